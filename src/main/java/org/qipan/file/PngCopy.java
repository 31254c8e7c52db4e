package org.qipan.file;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** PNG with the chunks that make the picture; texts, times, EXIF, private chunks and anything after the end are left out. */
final class PngCopy {

    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final Set<String> KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs",
            "hIST", "acTL", "fcTL", "fdAT");

    private PngCopy() {}

    static void copy(Path from, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = Files.newOutputStream(to)) {
            copy(in, out);
        }
    }

    static void copy(InputStream from, OutputStream to) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(from));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to));
        if (in.readLong() != SIGNATURE) {
            throw FileRefused.damaged();
        }
        out.writeLong(SIGNATURE);
        String type = "";
        for (boolean first = true; !type.equals("IEND"); first = false) {
            int length = in.readInt();
            type = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
            if (length < 0 || first != type.equals("IHDR") || first && length != 13) {
                throw FileRefused.damaged();
            }
            boolean kept = KEPT.contains(type);
            OutputStream target = kept ? out : OutputStream.nullOutputStream();
            if (kept) {
                out.writeInt(length);
                out.writeBytes(type);
            }
            int left = length;
            if (first) {
                int width = in.readInt();
                int height = in.readInt();
                Pixels.check(width, height);
                out.writeInt(width);
                out.writeInt(height);
                left -= 8;
            }
            Pixels.move(in, target, left + 4L);
        }
        out.flush();
    }
}
