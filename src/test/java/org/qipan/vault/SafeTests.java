package org.qipan.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qipan.KeyFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything here is done as the role of the nodes, on a database that its owner has migrated. */
class SafeTests {

    private static final Vault.Installed INSTALLED = Vault.installed("safe");
    private static final JdbcClient ADMINISTRATOR = JdbcClient.create(INSTALLED.administrator());
    private static final Vault VAULT = INSTALLED.vault();
    private static final String FIRST = KeyFile.line(1);
    private static final String NAME = "麦𠮷祥";

    private final UUID matter = UUID.randomUUID();

    @TempDir
    private Path folder;

    private Vault.Node node;

    @BeforeEach
    void start() {
        ADMINISTRATOR.sql("truncate petition_identity.root_secret").update();
        node = VAULT.node(Algorithm.AES, Vault.keys(folder, FIRST));
    }

    private void put(String field, String text) {
        VAULT.run(() -> node.safe.put(matter, field, text));
    }

    private String open(String field) {
        return VAULT.in(() -> node.safe.open(matter, field)).orElse("nothing");
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void opensWhatWasPutByEitherAlgorithm(Algorithm algorithm) {
        Vault.Node other = VAULT.node(algorithm, folder.resolve("keys"));
        VAULT.run(() -> other.safe.put(matter, Map.of("name", NAME, "words", "灯\0坏了\n三天")));
        assertThat(VAULT.in(() -> node.safe.open(matter, List.of("name", "words", "email"))))
                .containsOnly(Map.entry("name", NAME), Map.entry("words", "灯\0坏了\n三天"));
    }

    @Test
    void opensWhatWasPutLast() {
        put("phone", "13800138000");
        put("phone", "13900139000");
        assertThat(open("phone")).isEqualTo("13900139000");
        assertThat(open("name")).isEqualTo("nothing");
    }

    @Test
    void keepsNothingOfATransactionThatFailed() {
        assertThatThrownBy(() -> VAULT.run(() -> {
                    node.safe.put(matter, "name", NAME);
                    throw new IllegalStateException("later");
                }))
                .hasMessage("later");
        assertThat(open("name")).isEqualTo("nothing");
    }

    @Test
    void letsTheRoleOfTheNodesAddAndNothingElse() {
        put("name", NAME);
        for (String table : tables()) {
            denied("select * from " + table);
            denied("delete from " + table);
        }
        denied("update petition_identity.case_key set key_version = 2");
        denied("update petition_identity.sealed_text set field = 'x'");
        denied("truncate petition_identity.sealed_text");
    }

    @Test
    void letsTheReaderChangeNothing() {
        assertThatThrownBy(() -> VAULT.run(() -> {
                    VAULT.jdbc.sql("set local role identity_reader").update();
                    VAULT.jdbc
                            .sql("update petition_identity.case_key set key_version = 2")
                            .update();
                }))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private static void denied(String sql) {
        assertThatThrownBy(() -> VAULT.jdbc.sql(sql).update())
                .as(sql)
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void isItselfAgainAfterReading() {
        put("name", NAME);
        ADMINISTRATOR
                .sql("update petition_identity.sealed_text set algorithm = 'XOR' where case_id = ?")
                .param(matter)
                .update();
        VAULT.run(() -> {
            assertThatThrownBy(() -> node.safe.open(matter, "name")).isInstanceOf(SealBroken.class);
            assertThat(user()).isEqualTo(INSTALLED.user());
            node.safe.sameContact("13800138000");
            assertThat(user()).isEqualTo(INSTALLED.user());
            node.safe.shred(matter);
            assertThat(user()).isEqualTo(INSTALLED.user());
        });
    }

    private static String user() {
        return VAULT.jdbc.sql("select current_user").query(String.class).single();
    }

    @Test
    void needsATransactionToTakeAnotherRole() {
        assertThatThrownBy(() -> node.safe.open(matter, "name")).hasMessageContaining("transaction");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update petition_identity.sealed_text set content = set_byte(content, 0, get_byte(content, 0) # 1) where case_id = :case",
                "update petition_identity.sealed_text set nonce = set_byte(nonce, 0, get_byte(nonce, 0) # 1) where case_id = :case",
                "update petition_identity.sealed_text set algorithm = 'SM4' where case_id = :case",
                "update petition_identity.sealed_text set content = '' where case_id = :case",
                "update petition_identity.sealed_text set field = 'name' where field = 'words' and case_id = :case",
                "update petition_identity.case_key set key_version = 7 where case_id = :case",
                "update petition_identity.case_key set key_algorithm = 'SM4' where case_id = :case",
                "update petition_identity.case_key set wrapped = set_byte(wrapped, 0, get_byte(wrapped, 0) # 1) where case_id = :case",
                "update petition_identity.case_key set (wrapped, key_nonce) = (select wrapped, key_nonce from petition_identity.case_key"
                        + " where case_id = :other) where case_id = :case",
                "update petition_identity.sealed_text set (content, nonce) = (select content, nonce from petition_identity.sealed_text"
                        + " where case_id = :other) where case_id = :case"
            })
    void refusesWhatSomebodyChangedInTheDatabase(String sql) {
        UUID other = UUID.randomUUID();
        VAULT.run(() -> node.safe.put(other, "name", "别人"));
        put("name", NAME);
        put("words", "灯坏了");
        assertThat(ADMINISTRATOR
                        .sql(sql)
                        .param("case", matter)
                        .param("other", other)
                        .update())
                .isPositive();
        assertThatThrownBy(() -> open("name"))
                .isInstanceOf(SealBroken.class)
                .hasMessageNotContainingAny(NAME, "别人", "灯坏了");
    }

    @Test
    void opensNothingOfAShreddedCase() {
        put("name", NAME);
        VAULT.run(() -> node.safe.note(matter, "13800138000"));
        byte[] before = ADMINISTRATOR
                .sql("select wrapped from petition_identity.case_key where case_id = ?")
                .param(matter)
                .query(byte[].class)
                .single();
        VAULT.run(() -> node.safe.shred(matter));
        VAULT.run(() -> node.safe.shred(matter));
        assertThat(open("name")).isEqualTo("nothing");
        assertThat(VAULT.in(() -> node.safe.sameContact("13800138000"))).doesNotContain(matter);
        assertThat(dump()).as("the key is gone").doesNotContain(HexFormat.of().formatHex(before));
        assertThatThrownBy(() -> put("name", NAME)).hasMessageContaining("Shredded");
    }

    @Test
    void findsCasesOfTheSameContactHoweverItIsWritten() {
        UUID other = UUID.randomUUID();
        UUID stranger = UUID.randomUUID();
        VAULT.run(() -> {
            node.safe.note(matter, "+86 137-6012-3456");
            node.safe.note(matter, "13760123456");
            node.safe.note(other, "13760123456");
            node.safe.note(stranger, "13760123457");
            node.safe.note(stranger, "  ");
        });
        assertThat(VAULT.in(() -> node.safe.sameContact("137 6012 3456"))).containsExactlyInAnyOrder(matter, other);
        assertThat(VAULT.in(() -> node.safe.sameContact(""))).isEmpty();
    }

    @Test
    void hasNoReadableWordInAnyTable() {
        String canary = "canary𠮷7391";
        String phone = "13799987391";
        put("name", canary);
        put("phone", phone);
        VAULT.run(() -> node.safe.note(matter, phone));
        String dump = dump();
        assertThat(dump).contains(matter.toString());
        for (String mark : List.of(canary, "canary", phone)) {
            assertThat(dump).doesNotContain(mark, hex(mark));
        }
        assertThat(dump)
                .as("nor a key")
                .doesNotContain(hexOfMaster(), HexFormat.of().formatHex(node.keys.derived("contact mark")));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hexOfMaster() {
        return HexFormat.of().formatHex(Base64.getDecoder().decode(FIRST.strip().split(" ")[1]));
    }

    private static List<String> tables() {
        List<String> tables = ADMINISTRATOR
                .sql("select 'petition_identity.' || tablename from pg_tables where schemaname = 'petition_identity'")
                .query(String.class)
                .list();
        assertThat(tables).hasSize(5);
        return tables;
    }

    private static String dump() {
        StringBuilder all = new StringBuilder();
        for (String table : tables()) {
            ADMINISTRATOR
                    .sql("select t::text from " + table + " t")
                    .query(String.class)
                    .list()
                    .forEach(all::append);
        }
        return all.toString();
    }

    @Test
    void letsTwoNodesOpenACaseAtTheSameMoment() {
        Vault.Node second = VAULT.node(Algorithm.AES, folder.resolve("keys"));
        var one = CompletableFuture.runAsync(() -> VAULT.run(() -> node.safe.put(matter, "name", NAME)));
        var two = CompletableFuture.runAsync(() -> VAULT.run(() -> second.safe.put(matter, "phone", "13800138000")));
        CompletableFuture.allOf(one, two).join();
        assertThat(VAULT.in(() -> node.safe.open(matter, List.of("name", "phone"))))
                .containsOnly(Map.entry("name", NAME), Map.entry("phone", "13800138000"));
    }

    @Test
    void derivesTheSameSecretOnEveryNode() {
        assertThat(VAULT.node(Algorithm.SM4, folder.resolve("keys")).keys.derived("pepper"))
                .isEqualTo(node.keys.derived("pepper"))
                .isNotEqualTo(node.keys.derived("limits"));
    }

    @Test
    void doesNotStartWithTheKeysOfAnotherInstallation() {
        assertThatThrownBy(() -> VAULT.node(Algorithm.AES, Vault.keys(folder, KeyFile.line(1))))
                .hasMessageContaining("is not that of this database")
                .hasCauseInstanceOf(SealBroken.class);
    }
}
