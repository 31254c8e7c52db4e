package org.qipan.gazetteer;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Tells UTF-8 from GB18030, which office programs still write, and refuses what is neither. */
final class FileEncoding {

    private static final List<Charset> KNOWN = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private FileEncoding() {}

    static Charset of(Path file) throws IOException, ImportRefused {
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
        for (Charset charset : KNOWN) {
            if (reads(file, charset)) {
                return charset;
            }
        }
        throw new ImportRefused("gazetteer.import.refused.encoding");
    }

    /** A reader that fails on bytes the encoding does not know, instead of printing question marks into names. */
    static Reader reader(InputStream in, Charset charset) {
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static boolean reads(Path file, Charset charset) throws IOException {
        char[] buffer = new char[1 << 15];
        try (Reader reader = reader(Files.newInputStream(file), charset)) {
            int read = reader.read(buffer);
            while (read >= 0) {
                read = reader.read(buffer);
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(512);
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
