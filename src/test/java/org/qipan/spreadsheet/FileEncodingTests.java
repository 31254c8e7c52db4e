package org.qipan.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileEncodingTests {

    private static final byte[] NEITHER = {'a', (byte) 0xFF, (byte) 0xFF, '\n'};

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "GBK"})
    void readsWhatOfficesWrite(String charset) throws IOException {
        byte[] bytes = "新伦村,元旦".getBytes(Charset.forName(charset));
        assertThat(FileEncoding.text(bytes)).contains("新伦村,元旦");
        assertThat(FileEncoding.of(Files.write(folder.resolve("a.csv"), bytes)))
                .contains(Charset.forName(charset.startsWith("GB") ? "GB18030" : charset));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void dropsTheMarkAtTheBeginning(String charset) {
        assertThat(FileEncoding.text("\uFEFF元旦".getBytes(Charset.forName(charset))))
                .contains("元旦");
    }

    @Test
    void knowsWhatIsNoText() throws IOException {
        assertThat(FileEncoding.text(NEITHER)).isEmpty();
        assertThat(FileEncoding.of(Files.write(folder.resolve("a.csv"), NEITHER)))
                .isEmpty();
        assertThat(FileEncoding.text("a\0b".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
}
