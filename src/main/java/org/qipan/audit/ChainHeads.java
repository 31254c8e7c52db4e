package org.qipan.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.qipan.cluster.Locks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records the chain's end every hour, signed, in the database and in a second place: a cut tail shows nowhere else. */
@Component
class ChainHeads {

    private static final Logger log = LoggerFactory.getLogger(ChainHeads.class);
    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditProperties places;

    ChainHeads(JdbcClient jdbc, Clock clock, AuditProperties places) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.places = places;
    }

    @Scheduled(cron = "0 0 * * * *", zone = "Asia/Shanghai")
    @Transactional
    public void recordHourly() {
        record();
    }

    /** Records the present end; empty when it is recorded already or another node links or records right now. */
    @Transactional
    public Optional<ChainHead> record() {
        if (!Locks.take(jdbc, AuditChain.LEADER)) {
            return Optional.empty();
        }
        Optional<ChainHead> end = jdbc.sql("""
                        select seq, hash from audit_link l
                        where seq > coalesce((select max(h.seq) from audit_head h), 0) order by seq desc limit 1
                        """)
                .query((row, n) -> signed(row.getLong("seq"), row.getBytes("hash")))
                .optional();
        end.ifPresent(head -> {
            jdbc.sql("insert into audit_head (seq, hash, recorded_at, signature) values (?, ?, ?, ?)")
                    .params(head.seq(), head.hash(), head.recordedAt().atOffset(ZoneOffset.UTC), head.signature())
                    .update();
            append(head);
        });
        return end;
    }

    boolean signs() {
        return places.keyFile() != null;
    }

    boolean genuine(ChainHead head) {
        return !signs() || MessageDigest.isEqual(sign(head.statement()), head.signature());
    }

    /** All recorded heads, from the database and from the second place, by rising number. */
    List<ChainHead> recorded() {
        List<ChainHead> heads = new ArrayList<>(jdbc.sql(
                        "select seq, hash, recorded_at, signature from audit_head order by seq")
                .query((row, n) -> new ChainHead(
                        row.getLong("seq"),
                        row.getBytes("hash"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getBytes("signature")))
                .list());
        Path second = places.headFile();
        if (second != null && Files.exists(second)) {
            try (var lines = Files.lines(second)) {
                lines.filter(line -> !line.isBlank()).map(ChainHead::parse).forEach(heads::add);
            } catch (IOException e) {
                throw new UncheckedIOException("The file of chain heads cannot be read: " + second, e);
            }
        }
        heads.sort((a, b) -> Long.compare(a.seq(), b.seq()));
        return heads;
    }

    private ChainHead signed(long seq, byte[] hash) {
        ChainHead bare = new ChainHead(seq, hash, clock.instant().truncatedTo(ChronoUnit.MICROS), new byte[0]);
        return signs() ? new ChainHead(seq, hash, bare.recordedAt(), sign(bare.statement())) : bare;
    }

    private byte[] sign(String statement) {
        Path keyFile = places.keyFile();
        if (keyFile == null) {
            return new byte[0];
        }
        try {
            byte[] key = Files.readAllBytes(keyFile);
            if (key.length < KEY_BYTES) {
                throw new IllegalStateException("The key in " + keyFile + " is shorter than " + KEY_BYTES + " bytes");
            }
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(statement.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The key of the audit chain cannot be read: " + keyFile, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + HMAC, e);
        }
    }

    /** A full or missing second place must not stop the work: the gap is logged and the next hour tries again. */
    private void append(ChainHead head) {
        Path second = places.headFile();
        if (second == null) {
            return;
        }
        try {
            Path folder = second.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(
                    second,
                    head.line() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            log.error("The head of the audit chain at {} could not be written to {}", head.seq(), second, e);
        }
    }
}
