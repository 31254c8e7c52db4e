package org.qipan.intake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.qipan.receipt.Receipt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One complaint for one form, however often it arrives. A double click must show the very receipt the first click was given, which is stored
 * nowhere in clear: for ten minutes it is kept sealed with the form's own secret, which only that browser has.
 */
@Component
class SentOnce {

    private static final Duration SHOWN = Duration.ofMinutes(10);
    private static final Duration KNOWN = Duration.ofDays(1);
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SentOnce(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What became of a form.
     *
     * @param receipt null if it was sent too long ago to be shown again
     * @param changed whether the form says something else than when it was sent; only the first is filed
     */
    record Sent(@Nullable Receipt receipt, boolean changed) {}

    /** Whether this form was sent already. */
    boolean known(FilingForm form) {
        return jdbc.sql("select exists (select 1 from public_filing where mark = :mark)")
                .param("mark", form.digest("mark"))
                .query(Boolean.class)
                .single();
    }

    Sent send(FilingForm form, Supplier<Receipt> effect) {
        return Objects.requireNonNull(transaction.execute(status -> {
            boolean first = jdbc.sql("""
                                    insert into public_filing (mark, content, at) values (:mark, :content, :at)
                                    on conflict (mark) do nothing
                                    """)
                            .param("mark", form.digest("mark"))
                            .param("content", form.content())
                            .param("at", OffsetDateTime.now(clock))
                            .update()
                    == 1;
            if (!first) {
                return sent(form);
            }
            Receipt receipt = effect.get();
            jdbc.sql("update public_filing set receipt = :receipt where mark = :mark")
                    .param("receipt", seal(form, receipt))
                    .param("mark", form.digest("mark"))
                    .update();
            return new Sent(receipt, false);
        }));
    }

    @Scheduled(cron = "30 * * * * *", zone = "Asia/Shanghai")
    void forget() {
        jdbc.sql("update public_filing set receipt = null where receipt is not null and at < :before")
                .param("before", OffsetDateTime.now(clock).minus(SHOWN))
                .update();
        jdbc.sql("delete from public_filing where at < :before")
                .param("before", OffsetDateTime.now(clock).minus(KNOWN))
                .update();
    }

    private Sent sent(FilingForm form) {
        return jdbc.sql(
                        "select content, case when at >= :since then receipt end as receipt from public_filing where mark = :mark")
                .param("since", OffsetDateTime.now(clock).minus(SHOWN))
                .param("mark", form.digest("mark"))
                .query((row, number) -> {
                    byte[] sealed = row.getBytes("receipt");
                    return new Sent(
                            sealed == null ? null : open(form, sealed),
                            !MessageDigest.isEqual(row.getBytes("content"), form.content()));
                })
                .single();
    }

    private byte[] seal(FilingForm form, Receipt receipt) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        String text = receipt.code() + '\n' + String.join(" ", receipt.words()) + '\n' + receipt.pin();
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, form, nonce, text.getBytes(StandardCharsets.UTF_8));
        byte[] both = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, both, NONCE, sealed.length);
        return both;
    }

    private static Receipt open(FilingForm form, byte[] both) {
        byte[] text = cipher(
                Cipher.DECRYPT_MODE, form, Arrays.copyOf(both, NONCE), Arrays.copyOfRange(both, NONCE, both.length));
        String[] lines = new String(text, StandardCharsets.UTF_8).split("\n");
        return new Receipt(lines[0], List.of(lines[1].split(" ")), lines[2]);
    }

    private static byte[] cipher(int mode, FilingForm form, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, new SecretKeySpec(form.digest("seal"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
