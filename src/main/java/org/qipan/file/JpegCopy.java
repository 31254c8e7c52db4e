package org.qipan.file;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * JPEG without place, time, device, comments, thumbnails and anything after its end. Segments are copied, so the picture loses nothing; how
 * it is turned is written back as the only EXIF field left.
 */
final class JpegCopy {

    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int COMMENT = 0xFE;
    private static final int SCAN = 0xDA;
    private static final int END = 0xD9;

    private final DataInputStream in;
    private final DataOutputStream out;
    private boolean framed;

    private JpegCopy(InputStream in, OutputStream out) {
        this.in = new DataInputStream(new BufferedInputStream(in));
        this.out = new DataOutputStream(new BufferedOutputStream(out));
    }

    static void copy(Path from, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = Files.newOutputStream(to)) {
            copy(in, out);
        }
    }

    static void copy(InputStream in, OutputStream out) throws IOException {
        JpegCopy copy = new JpegCopy(in, out);
        copy.run();
        copy.out.flush();
    }

    private void run() throws IOException {
        if (in.readUnsignedShort() != 0xFFD8) {
            throw FileRefused.damaged();
        }
        out.writeShort(0xFFD8);
        int marker = marker();
        while (marker != END) {
            if (marker == SCAN) {
                segment(marker, in.readNBytes(length()));
                marker = scan();
            } else {
                segment(marker, in.readNBytes(length()));
                marker = marker();
            }
        }
        if (!framed) {
            throw FileRefused.damaged();
        }
        out.writeShort(0xFF00 | END);
    }

    private int marker() throws IOException {
        if (in.readUnsignedByte() != 0xFF) {
            throw FileRefused.damaged();
        }
        int marker = in.readUnsignedByte();
        while (marker == 0xFF) {
            marker = in.readUnsignedByte();
        }
        return marker;
    }

    private int length() throws IOException {
        int length = in.readUnsignedShort() - 2;
        if (length < 0) {
            throw FileRefused.damaged();
        }
        return length;
    }

    private void segment(int marker, byte[] body) throws IOException {
        boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame) {
            if (body.length < 6) {
                throw FileRefused.damaged();
            }
            ByteBuffer header = ByteBuffer.wrap(body);
            Pixels.check(header.getShort(3) & 0xFFFF, header.getShort(1) & 0xFFFF);
            framed = true;
        }
        if (marker == APP1 && starts(body, "Exif\0\0")) {
            int turned = orientation(ByteBuffer.wrap(body, 6, body.length - 6).slice());
            if (turned > 1) {
                write(APP1, exif(turned));
            }
        } else if (marker == APP0 && starts(body, "JFIF\0") && body.length >= 14) {
            byte[] plain = java.util.Arrays.copyOf(body, 14);
            plain[12] = 0;
            plain[13] = 0;
            write(APP0, plain);
        } else if (kept(marker, body)) {
            write(marker, body);
        }
    }

    private static boolean kept(int marker, byte[] body) {
        if (marker == APP2) {
            return starts(body, "ICC_PROFILE\0");
        }
        if (marker == APP14) {
            return starts(body, "Adobe");
        }
        return marker != COMMENT && (marker < APP0 || marker > 0xEF);
    }

    private void write(int marker, byte[] body) throws IOException {
        out.writeShort(0xFF00 | marker);
        out.writeShort(body.length + 2);
        out.write(body);
    }

    /** Copies entropy-coded data and returns the marker that ends it. */
    private int scan() throws IOException {
        while (true) {
            int next = in.readUnsignedByte();
            if (next != 0xFF) {
                out.writeByte(next);
                continue;
            }
            int code = in.readUnsignedByte();
            while (code == 0xFF) {
                code = in.readUnsignedByte();
            }
            if (code != 0 && (code < 0xD0 || code > 0xD7)) {
                return code;
            }
            out.writeShort(0xFF00 | code);
        }
    }

    private static boolean starts(byte[] body, String text) {
        byte[] start = text.getBytes(StandardCharsets.ISO_8859_1);
        return body.length >= start.length && java.util.Arrays.equals(body, 0, start.length, start, 0, start.length);
    }

    /** The tag 0x0112 of the first directory, 1 if there is none. */
    private static int orientation(ByteBuffer tiff) {
        if (tiff.limit() < 8) {
            return 1;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return 1;
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * 12;
            if (entry > tiff.limit() - 12) {
                return 1;
            }
            if ((tiff.getShort(entry) & 0xFFFF) == 0x0112) {
                int turned = tiff.getShort(entry + 8) & 0xFFFF;
                return turned <= 8 ? turned : 1;
            }
        }
        return 1;
    }

    private static byte[] exif(int turned) {
        return ByteBuffer.allocate(32)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) turned)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}
