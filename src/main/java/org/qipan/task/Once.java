package org.qipan.task;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.qipan.audit.Fingerprint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One effect for one submission, however often it arrives: double clicks, resent pages, lost answers. The key comes from the hidden field
 * {@code idempotencyKey} of {@code components/once :: once}; the ledger row commits with the effect or not at all.
 */
@Service
public class Once {

    private static final Set<String> NOT_HASHED = Set.of("idempotencyKey", "_csrf");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Once(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The key was used before for something else: another body, another route or another person. Answer 422. */
    public static final class KeyReused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        KeyReused(UUID key) {
            super(key.toString());
        }
    }

    /**
     * Runs {@code effect} in a transaction, once.
     *
     * @param route what was asked for, for example {@code POST /campaigns}
     * @param bodyHash from {@link #hash}
     * @param effect gives the address to go to
     * @return that address; the stored one if the same submission was answered before
     * @throws KeyReused if the key belongs to something else
     */
    public String run(UUID key, UUID staff, String route, String bodyHash, Supplier<String> effect) {
        String location = transaction.execute(status -> {
            boolean first = jdbc.sql("""
                                    insert into request_ledger (key, staff, route, body_hash, status, location, at)
                                    values (:key, :staff, :route, :hash, 303, '', :at)
                                    on conflict (key) do nothing
                                    """)
                            .param("key", key)
                            .param("staff", staff)
                            .param("route", route)
                            .param("hash", bodyHash)
                            .param("at", OffsetDateTime.now(clock))
                            .update()
                    == 1;
            if (!first) {
                return answered(key, staff, route, bodyHash);
            }
            String result = effect.get();
            jdbc.sql("update request_ledger set location = :location where key = :key")
                    .param("location", result)
                    .param("key", key)
                    .update();
            return result;
        });
        return java.util.Objects.requireNonNull(location);
    }

    private String answered(UUID key, UUID staff, String route, String bodyHash) {
        return jdbc.sql("""
                        select location from request_ledger
                        where key = :key and staff = :staff and route = :route and body_hash = :hash
                        """)
                .param("key", key)
                .param("staff", staff)
                .param("route", route)
                .param("hash", bodyHash)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new KeyReused(key));
    }

    /** A digest of what was submitted, the order of fields and the tokens of the page left out. */
    public static String hash(Map<String, List<String>> parameters) {
        TreeMap<String, List<String>> sorted = new TreeMap<>(parameters);
        sorted.keySet().removeAll(NOT_HASHED);
        MessageDigest digest = Fingerprint.sha256();
        sorted.forEach((name, values) -> {
            digest.update((name + "\0" + values.size() + "\0").getBytes(StandardCharsets.UTF_8));
            values.forEach(value -> digest.update((value + "\0").getBytes(StandardCharsets.UTF_8)));
        });
        return HexFormat.of().formatHex(digest.digest());
    }
}
