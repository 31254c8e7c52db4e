package org.qipan.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qipan.KeyFile;
import org.qipan.TestDatabase;

class RotationTests {

    private static final int MORE_THAN_A_PAGE = 501;
    private static final String FIRST = KeyFile.line(1);
    private static final String SECOND = KeyFile.line(2);

    private final Vault vault = new Vault(TestDatabase.fresh());

    @TempDir
    private Path folder;

    @Test
    void leavesNothingThatNeedsTheOldVersion() {
        Vault.Node old = vault.node(Algorithm.AES, Vault.keys(folder, FIRST));
        List<UUID> cases =
                Stream.generate(UUID::randomUUID).limit(MORE_THAN_A_PAGE).toList();
        vault.run(() -> cases.forEach(one -> old.safe.put(one, "name", "姓名" + one)));
        UUID shredded = UUID.randomUUID();
        vault.run(() -> {
            old.safe.note(cases.get(0), "13800138000");
            old.safe.put(shredded, "name", "已删");
            old.safe.shred(shredded);
        });
        byte[] pepper = old.keys.derived("pepper");

        Vault.Node both = vault.node(Algorithm.SM4, Vault.keys(folder, FIRST, SECOND));
        assertThat(both.rotation.run()).isEqualTo(MORE_THAN_A_PAGE + 1);
        assertThat(both.rotation.run()).as("a second time").isZero();

        Vault.Node only = vault.node(Algorithm.AES, Vault.keys(folder, SECOND));
        vault.run(() -> assertThat(cases)
                .allSatisfy(one -> assertThat(only.safe.open(one, "name")).contains("姓名" + one)));
        assertThat(only.keys.derived("pepper")).isEqualTo(pepper);
        assertThat(vault.in(() -> only.safe.sameContact("13800138000"))).containsExactly(cases.get(0));
        assertThat(vault.in(() -> only.safe.open(shredded, "name"))).isEmpty();
        assertThat(vault.jdbc
                        .sql(
                                "select object_id || ' ' || (detail ->> 'keys') from audit where action = 'vault.audit.rotated'")
                        .query(String.class)
                        .list())
                .containsExactly("2 " + (MORE_THAN_A_PAGE + 1), "2 0");
    }

    @Test
    void isNeededBeforeAnOldVersionLeavesTheFile() {
        Vault.Node old = vault.node(Algorithm.AES, Vault.keys(folder, FIRST));
        UUID one = UUID.randomUUID();
        vault.run(() -> old.safe.put(one, "name", "姓名"));
        assertThatThrownBy(() -> vault.node(Algorithm.AES, Vault.keys(folder, SECOND)))
                .isInstanceOf(SealBroken.class)
                .hasMessageContaining("version 1 is not in the key file");
    }
}
