package org.qipan.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qipan.KeyFile;
import org.springframework.jdbc.core.simple.JdbcClient;

class RotationTests {

    private static final int MORE_THAN_A_PAGE = 501;
    private static final String FIRST = KeyFile.line(1);
    private static final String SECOND = KeyFile.line(2);

    private static final Vault.Installed INSTALLED = Vault.installed("rotation");

    private final Vault vault = INSTALLED.vault();
    private final JdbcClient administrator = JdbcClient.create(INSTALLED.administrator());

    @TempDir
    private Path folder;

    @BeforeEach
    void empty() {
        administrator
                .sql(
                        "truncate audit, petition_identity.root_secret, petition_identity.case_key, petition_identity.sealed_text")
                .update();
    }

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
        assertThat(both.rotation.run()).isEqualTo(new Rotation.Done(MORE_THAN_A_PAGE + 1, 0));
        assertThat(both.rotation.run()).as("a second time").isEqualTo(new Rotation.Done(0, 0));

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
                .cause()
                .isInstanceOf(SealBroken.class)
                .hasMessageContaining("version 1 is not in the key file");
    }

    @Test
    void goesPastAKeyThatSomebodyChanged() {
        Vault.Node old = vault.node(Algorithm.AES, Vault.keys(folder, FIRST));
        UUID one = UUID.randomUUID();
        UUID changed = UUID.randomUUID();
        UUID renamed = UUID.randomUUID();
        vault.run(() -> List.of(one, changed, renamed).forEach(id -> old.safe.put(id, "name", "姓名")));
        administrator
                .sql(
                        "update petition_identity.case_key set wrapped = set_byte(wrapped, 0, get_byte(wrapped, 0) # 1) where case_id = ?")
                .param(changed)
                .update();
        administrator
                .sql("update petition_identity.case_key set key_algorithm = 'XOR' where case_id = ?")
                .param(renamed)
                .update();

        Vault.Node both = vault.node(Algorithm.AES, Vault.keys(folder, FIRST, SECOND));
        assertThat(both.rotation.run()).isEqualTo(new Rotation.Done(2, 2));
        assertThat(vault.in(() -> both.safe.open(one, "name"))).contains("姓名");
    }
}
