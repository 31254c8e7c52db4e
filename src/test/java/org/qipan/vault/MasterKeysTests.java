package org.qipan.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qipan.KeyFile;

class MasterKeysTests {

    private static final byte[] KEY = Algorithm.random(Algorithm.KEY_BYTES);
    private static final String FIRST = KeyFile.line(1);
    private static final String SECOND = KeyFile.line(2);

    @TempDir
    private Path folder;

    private MasterKeys keys(String... lines) throws IOException {
        return new MasterKeys(new VaultProperties(written(lines), Algorithm.AES, false));
    }

    private Path written(String... lines) throws IOException {
        return Files.writeString(folder.resolve("keys"), String.join("", lines));
    }

    @Test
    void sealsWithTheNewestVersionAndOpensWithOlderOnes() throws IOException {
        Wrapped old = keys(FIRST).wrap(KEY, "x");
        MasterKeys both = keys("# since 2026-11-22\n", SECOND, "\n", FIRST);
        assertThat(both.unwrap(old, "x")).isEqualTo(KEY);
        assertThat(both.wrap(KEY, "x").version()).isEqualTo(2);
    }

    @Test
    void refusesAKeyWhoseVersionWasChanged() throws IOException {
        MasterKeys both = keys(FIRST, SECOND);
        Sealed sealed = both.wrap(KEY, "x").sealed();
        assertThatThrownBy(() -> both.unwrap(new Wrapped(1, sealed), "x")).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> both.unwrap(new Wrapped(3, sealed), "x"))
                .isInstanceOf(SealBroken.class)
                .hasMessageEndingWith("version 3 is not in the key file");
    }

    /** Nodes are restarted one by one: the first already seals with a version the second has not read. */
    @Test
    void findsAVersionThatWasAddedToTheFileMeanwhile() throws IOException {
        MasterKeys running = keys(FIRST);
        Wrapped ofAnotherNode = keys(FIRST, SECOND).wrap(KEY, "x");
        assertThat(running.unwrap(ofAnotherNode, "x")).isEqualTo(KEY);
    }

    @Test
    void namesTheBadLineAndNotWhatItSays() {
        String secret = KeyFile.line(2).strip();
        assertThatThrownBy(() -> keys(FIRST, secret + " more\n")).satisfies(e -> tellsLine(e, 2));
        assertThatThrownBy(() -> keys(FIRST, secret.replace("2 ", "two "))).satisfies(e -> tellsLine(e, 2));
        assertThatThrownBy(() -> keys(FIRST, secret.substring(0, 20))).satisfies(e -> tellsLine(e, 2));
        assertThatThrownBy(() -> keys(FIRST, "2\n")).satisfies(e -> tellsLine(e, 2));
        assertThatThrownBy(() -> keys(FIRST, KeyFile.line(1))).satisfies(e -> tellsLine(e, 2));
    }

    private void tellsLine(Throwable e, int line) {
        assertThat(e)
                .hasMessage("Line " + line + " of " + folder.resolve("keys")
                        + " is not a version of its own and 32 bytes in Base64")
                .hasNoCause();
    }

    @Test
    void doesNotStartWithoutAKey() {
        assertThatThrownBy(() -> keys("# nothing yet\n")).hasMessageContaining("holds no key");
        assertThatThrownBy(() -> new MasterKeys(new VaultProperties(folder.resolve("nowhere"), Algorithm.AES, false)))
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> new MasterKeys(new VaultProperties(Path.of(""), Algorithm.AES, false)))
                .hasMessageContaining("QIPAN_VAULT_KEYS");
        assertThatThrownBy(() -> new MasterKeys(new VaultProperties(null, Algorithm.AES, false)))
                .hasMessageContaining("QIPAN_VAULT_KEYS");
    }
}
