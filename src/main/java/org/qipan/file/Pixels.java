package org.qipan.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What the image copies share: the largest picture, and moving bytes. */
final class Pixels {

    private static final long MOST = 40_000_000L;

    private Pixels() {}

    /** A small file can unfold into gigabytes on the screen of whoever opens it. */
    static void check(long width, long height) {
        if (width <= 0 || height <= 0) {
            throw FileRefused.damaged();
        }
        if (width > MOST || height > MOST || width * height > MOST) {
            throw new FileRefused(422, "file.error.pixels");
        }
    }

    static void move(InputStream from, OutputStream to, long count) throws IOException {
        byte[] buffer = new byte[8192];
        for (long left = count; left > 0; ) {
            int read = from.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException();
            }
            to.write(buffer, 0, read);
            left -= read;
        }
    }
}
