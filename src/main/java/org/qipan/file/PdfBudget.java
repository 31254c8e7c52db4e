package org.qipan.file;

/** What one PDF may take while it is read. An honest file of the largest size stays well below. */
final class PdfBudget {

    private static final int MOST_OBJECTS = 2_000_000;
    private static final int MOST_UNPACKED = 48 << 20;
    // an honest file is read two or three times over, a broken one about ten times
    private static final int MOST_READINGS = 30;

    private int objects;
    private long unpacked;
    private long read;

    /** @param size of the file, bytes */
    PdfBudget(long size) {
        read = size * MOST_READINGS + (1 << 20);
    }

    void read(int bytes) {
        read -= bytes;
        if (read < 0) {
            throw bomb();
        }
    }

    void objects(int more) {
        objects += more;
        if (objects > MOST_OBJECTS) {
            throw bomb();
        }
    }

    /** Bytes a reader holds in memory, before or after unpacking. */
    void held(int bytes) {
        unpacked += bytes;
        if (unpacked > MOST_UNPACKED) {
            throw bomb();
        }
    }

    static FileRefused bomb() {
        return new FileRefused(422, "file.error.bomb");
    }
}
