package org.qipan.file;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Text in UTF-8 or GB18030, the two encodings of Chinese offices; anything with control characters is no text. */
final class TextCopy {

    private TextCopy() {}

    static void copy(Path from, Path to) throws IOException {
        if (!readable(from, StandardCharsets.UTF_8) && !readable(from, Charset.forName("GB18030"))) {
            throw FileRefused.type();
        }
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean readable(Path file, Charset charset) throws IOException {
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), charset.newDecoder())) {
            char[] buffer = new char[8192];
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (Character.isISOControl(buffer[i]) && "\t\n\r\f".indexOf(buffer[i]) < 0) {
                        return false;
                    }
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
