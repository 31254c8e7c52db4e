package org.qipan.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** PDF as it is, if it is a PDF from the first byte to the last: a second file hidden before or behind it is refused. */
final class PdfCopy {

    private static final int TAIL = 2048;

    private PdfCopy() {}

    static void copy(Path from, Path to) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(from.toFile(), "r")) {
            byte[] head = new byte[(int) Math.min(5, file.length())];
            file.readFully(head);
            byte[] tail = new byte[(int) Math.min(TAIL, file.length())];
            file.seek(file.length() - tail.length);
            file.readFully(tail);
            String end = new String(tail, StandardCharsets.ISO_8859_1);
            int last = end.lastIndexOf("%%EOF");
            if (!new String(head, StandardCharsets.ISO_8859_1).equals("%PDF-")
                    || last < 0
                    || !end.substring(last + 5).isBlank()) {
                throw FileRefused.damaged();
            }
        }
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
