package org.qipan.gazetteer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Refuses by its first bytes what is no plain text file, with the words that tell how to make one of it. */
final class FileStart {

    private static final int HEAD = 512;

    private FileStart() {}

    static void check(Path file) throws IOException, ImportRefused {
        byte[] head = head(file);
        if (head.length == 0) {
            throw new ImportRefused("gazetteer.import.refused.empty");
        }
        if (starts(head, 'P', 'K') || starts(head, 0xD0, 0xCF)) {
            throw new ImportRefused("gazetteer.import.refused.sheet");
        }
        if (starts(head, 0xFF, 0xFE) || starts(head, 0xFE, 0xFF) || holdsNul(head)) {
            throw new ImportRefused("gazetteer.import.refused.utf16");
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean starts(byte[] head, int... with) {
        byte[] wanted = new byte[with.length];
        for (int i = 0; i < with.length; i++) {
            wanted[i] = (byte) with[i];
        }
        return head.length >= wanted.length && Arrays.equals(Arrays.copyOf(head, wanted.length), wanted);
    }

    private static boolean holdsNul(byte[] head) {
        for (byte b : head) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }
}
