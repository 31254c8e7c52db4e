package org.qipan.receipt;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.qipan.vault.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** Gives out receipts and recognises them. Neither code nor PIN is stored: only a keyed digest to find the row and a slow one to prove it. */
@Service
public class Receipts {

    private static final int PINS = 1_000_000;

    private final JdbcClient jdbc;
    private final Keys keys;
    private final PasswordEncoder slow;
    private final SecureRandom random;
    /** Each computation holds 16 MB: as many at once as there are processors, the others wait. */
    private final Semaphore running = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private final Row nobody;

    @Autowired
    Receipts(JdbcClient jdbc, Keys keys) {
        this(jdbc, keys, Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8());
    }

    Receipts(JdbcClient jdbc, Keys keys, PasswordEncoder slow) {
        this(jdbc, keys, slow, new SecureRandom());
    }

    Receipts(JdbcClient jdbc, Keys keys, PasswordEncoder slow, SecureRandom random) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.slow = slow;
        this.random = random;
        nobody = new Row(slow.encode(CodeLetters.written(Bits.drawn(random)) + pin(random)), new UUID(0, 0));
    }

    private record Row(String secret, UUID caseId) {}

    /** A receipt for a case, in the caller's transaction. The answer is the only copy. */
    public Receipt issue(UUID caseId) {
        byte[] bits = Bits.drawn(random);
        String pin = pin(random);
        jdbc.sql("insert into receipt (mark, secret, case_id) values (:mark, :secret, :case)")
                .param("mark", mark(bits))
                .param("secret", slow.encode(CodeLetters.written(bits) + pin))
                .param("case", caseId)
                .update();
        return new Receipt(CodeLetters.written(bits), WordList.written(bits), pin);
    }

    /**
     * The case a receipt was given out for. A receipt that does not exist, a wrong PIN and something that is no receipt at all are one
     * answer and cost the same work.
     */
    public Optional<UUID> find(String codeOrWords, String pin) {
        byte[] bits = Typed.bits(codeOrWords).orElseGet(() -> Bits.drawn(random));
        Row row = jdbc.sql("select secret, case_id from receipt where mark = :mark")
                .param("mark", mark(bits))
                .query(Receipts::row)
                .optional()
                .orElse(nobody);
        boolean proved = proves(CodeLetters.written(bits) + Typed.pin(pin), row.secret);
        return proved && row != nobody ? Optional.of(row.caseId) : Optional.empty();
    }

    /** One text for everything that reads as the same receipt, so that it can be counted; what is none stands for itself. */
    public String same(String codeOrWords) {
        return Typed.bits(codeOrWords).map(CodeLetters::written).orElse(codeOrWords);
    }

    /** No receipt of this case is recognised any more. */
    public void revoke(UUID caseId) {
        jdbc.sql("delete from receipt where case_id = :case")
                .param("case", caseId)
                .update();
    }

    private boolean proves(String said, String secret) {
        running.acquireUninterruptibly();
        try {
            return slow.matches(said, secret);
        } finally {
            running.release();
        }
    }

    static String pin(SecureRandom random) {
        return String.format(Locale.ROOT, "%06d", random.nextInt(PINS));
    }

    private byte[] mark(byte[] bits) {
        return keys.mark("receipt", bits);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getString("secret"), row.getObject("case_id", UUID.class));
    }
}
