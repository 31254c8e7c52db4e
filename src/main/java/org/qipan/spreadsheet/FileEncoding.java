package org.qipan.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tells UTF-8 from GB18030, which the offices' spreadsheets still write, and knows what is neither. */
public final class FileEncoding {

    private static final List<Charset> KNOWN = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private FileEncoding() {}

    /** The encoding in which the whole file can be read, however long it is; empty if there is none. */
    public static Optional<Charset> of(Path file) throws IOException {
        for (Charset charset : KNOWN) {
            if (reads(file, charset)) {
                return Optional.of(charset);
            }
        }
        return Optional.empty();
    }

    /** The text of a small file without the mark at its beginning, UTF-16 where the mark says so; empty if it is no text. */
    public static Optional<String> text(byte[] file) {
        for (Charset charset : candidates(file)) {
            try {
                String text = strict(charset).decode(ByteBuffer.wrap(file)).toString();
                if (text.indexOf('\0') < 0) {
                    return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
                }
            } catch (CharacterCodingException e) {
                // not this one: the next, or none
            }
        }
        return Optional.empty();
    }

    /** A reader that fails on bytes the encoding does not know, instead of printing question marks into names. */
    public static Reader reader(InputStream in, Charset charset) {
        return new InputStreamReader(in, strict(charset));
    }

    private static List<Charset> candidates(byte[] file) {
        if (starts(file, 0xFF, 0xFE)) {
            return List.of(StandardCharsets.UTF_16LE);
        }
        return starts(file, 0xFE, 0xFF) ? List.of(StandardCharsets.UTF_16BE) : KNOWN;
    }

    private static boolean starts(byte[] file, int first, int second) {
        return file.length > 1 && (file[0] & 0xFF) == first && (file[1] & 0xFF) == second;
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
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
}
