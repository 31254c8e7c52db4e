package org.qipan.file;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** WebP without EXIF, XMP, unknown chunks and anything after its end. */
final class WebpCopy {

    private static final Set<String> KEPT = Set.of("VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP");
    private static final int EXIF_AND_XMP = 0x0C;

    private WebpCopy() {}

    static void copy(Path from, Path to) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(from));
                RandomAccessFile out = new RandomAccessFile(to.toFile(), "rw")) {
            ByteBuffer riff = read(in, 12);
            if (!text(riff, 0).equals("RIFF") || !text(riff, 8).equals("WEBP")) {
                throw FileRefused.damaged();
            }
            long left = Integer.toUnsignedLong(riff.getInt(4)) - 4;
            out.write(riff.array());
            boolean sized = false;
            while (left >= 8) {
                ByteBuffer head = read(in, 8);
                long size = Integer.toUnsignedLong(head.getInt(4));
                long padded = size + (size & 1);
                left -= 8 + padded;
                if (left < -1 || size > Files.size(from)) {
                    throw FileRefused.damaged();
                }
                ByteBuffer body = read(in, (int) size);
                if (padded > size) {
                    in.read();
                }
                String type = text(head, 0);
                if (KEPT.contains(type)) {
                    sized |= check(type, body);
                    out.write(head.array());
                    out.write(body.array());
                    out.write(new byte[(int) (padded - size)]);
                }
            }
            if (!sized) {
                throw FileRefused.damaged();
            }
            int total = (int) out.length() - 8;
            out.seek(4);
            out.writeInt(Integer.reverseBytes(total));
        }
    }

    private static boolean check(String type, ByteBuffer body) {
        if (type.equals("VP8X") && body.limit() >= 10) {
            body.put(0, (byte) (body.get(0) & ~EXIF_AND_XMP));
            Pixels.check((body.getInt(4) & 0xFFFFFF) + 1L, (body.getInt(6) >>> 8) + 1L);
            return true;
        }
        if (type.equals("VP8 ") && body.limit() >= 10) {
            Pixels.check(body.getShort(6) & 0x3FFF, body.getShort(8) & 0x3FFF);
            return true;
        }
        if (type.equals("VP8L") && body.limit() >= 5) {
            int bits = body.getInt(1);
            Pixels.check((bits & 0x3FFF) + 1L, (bits >>> 14 & 0x3FFF) + 1L);
            return true;
        }
        return false;
    }

    private static ByteBuffer read(DataInputStream in, int count) throws IOException {
        byte[] bytes = new byte[count];
        in.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String text(ByteBuffer buffer, int at) {
        return new String(buffer.array(), at, 4, StandardCharsets.ISO_8859_1);
    }
}
