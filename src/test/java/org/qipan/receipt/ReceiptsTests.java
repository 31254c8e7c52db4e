package org.qipan.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.qipan.TestDatabase;
import org.qipan.audit.Fingerprint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class ReceiptsTests {

    private static final UUID CASE = UUID.randomUUID();

    private static JdbcClient jdbc;
    private static Counted work;
    private static Receipts receipts;
    private static Receipt receipt;

    /** The real one, counted. */
    private static final class Counted implements PasswordEncoder {

        private final PasswordEncoder real = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
        private final AtomicInteger matched = new AtomicInteger();

        @Override
        public String encode(CharSequence raw) {
            return real.encode(raw);
        }

        @Override
        public boolean matches(CharSequence raw, String encoded) {
            matched.incrementAndGet();
            return real.matches(raw, encoded);
        }
    }

    @BeforeAll
    static void start() {
        DataSource database = TestDatabase.fresh();
        jdbc = JdbcClient.create(database);
        work = new Counted();
        receipts = new Receipts(jdbc, ReceiptsTests::key, work);
        receipt = receipts.issue(CASE);
    }

    static byte[] key(String purpose) {
        return Fingerprint.sha256().digest(purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void findsTheCaseByCodeOrByWords() {
        assertThat(receipts.find(receipt.code(), receipt.pin())).contains(CASE);
        assertThat(receipts.find(String.join(" ", receipt.words()), receipt.pin()))
                .contains(CASE);
        assertThat(receipts.same(String.join("", receipt.words()))).isEqualTo(receipt.code());
    }

    @Test
    void everyWayToBeWrongIsTheSameAnswerForTheSameWork() {
        Receipt foreign = receipts.issue(UUID.randomUUID());
        String otherPin = receipt.pin().equals("000000") ? "000001" : "000000";
        for (List<String> wrong : List.of(
                List.of(receipt.code(), otherPin),
                List.of(foreign.code(), receipt.pin().equals(foreign.pin()) ? otherPin : receipt.pin()),
                List.of(CodeLetters.written(new byte[10]), receipt.pin()),
                List.of("no code at all", "no pin"),
                List.of("", ""))) {
            work.matched.set(0);
            assertThat(receipts.find(wrong.get(0), wrong.get(1))).isEmpty();
            assertThat(work.matched).as("slow digests for " + wrong.get(0)).hasValue(1);
        }
        work.matched.set(0);
        assertThat(receipts.find(receipt.code(), receipt.pin())).isPresent();
        assertThat(work.matched).hasValue(1);
    }

    @Test
    void theNobodyOfWrongCodesCostsWhatSomebodyCosts() {
        String stored = jdbc.sql("select secret from receipt where case_id = :case")
                .param("case", CASE)
                .query(String.class)
                .single();
        assertThat(stored).startsWith("$argon2id$v=19$m=16384,t=2,p=1$");
        assertThat(work.encode("x").split("\\$")[3]).isEqualTo(stored.split("\\$")[3]);
    }

    @Test
    void theTableHoldsNothingThatWasGivenOut() {
        String rows = jdbc.sql("select receipt::text from receipt")
                .query(String.class)
                .list()
                .toString();
        assertThat(rows)
                .doesNotContain(
                        receipt.code(),
                        receipt.code().replace("-", ""),
                        receipt.words().get(0));
        assertThat(rows).doesNotContain("\"" + receipt.pin() + "\"");
        assertThat(receipt).hasToString("Receipt");
    }

    @Test
    void anotherInstallationsKeyFindsNothing() {
        Receipts elsewhere = new Receipts(jdbc, purpose -> key("other " + purpose), work);
        assertThat(elsewhere.find(receipt.code(), receipt.pin())).isEmpty();
    }

    @Test
    void aRevokedReceiptIsAWrongOne() {
        UUID other = UUID.randomUUID();
        Receipt gone = receipts.issue(other);
        receipts.revoke(other);
        assertThat(receipts.find(gone.code(), gone.pin())).isEmpty();
        assertThat(receipts.find(receipt.code(), receipt.pin())).contains(CASE);
    }
}
