package org.qipan.limit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.qipan.vault.Keys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Rate limits that all nodes share and a restart does not forget. One statement takes a token or takes none, under the lock of its row: no
 * library is needed for that, and nothing but a keyed digest of who asks is kept, not even that for longer than the bucket needs to fill.
 */
@Service
public class Limits {

    private static final Logger LOG = LoggerFactory.getLogger(Limits.class);
    private static final String MAC = "HmacSHA256";
    private static final Duration BETWEEN_ALARMS = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Keys keys;
    private final DayKey day;
    private final Clock clock;
    private volatile Instant alarmed = Instant.EPOCH;

    Limits(JdbcClient jdbc, Keys keys, DayKey day, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.day = day;
        this.clock = clock;
    }

    /**
     * Takes one of what the limit allows.
     *
     * @param who whom it counts, for example a {@link Network}; empty for a limit of all together
     * @return false if there is none left now
     */
    public boolean allows(Limit limit, String who) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        boolean allowed = jdbc.sql("""
                                insert into rate_limit as held (key, tokens, at, gone) values (:key, :most - 1, :now, :gone)
                                on conflict (key) do update
                                set tokens = least(:most, held.tokens
                                        + greatest(0, extract(epoch from excluded.at - held.at)) * :most / :seconds) - 1,
                                    at = greatest(held.at, excluded.at),
                                    gone = greatest(held.gone, excluded.gone)
                                where least(:most, held.tokens
                                        + greatest(0, extract(epoch from excluded.at - held.at)) * :most / :seconds) >= 1
                                """)
                        .param("key", key(limit, who))
                        .param("most", (double) limit.most())
                        .param("seconds", (double) limit.over().toSeconds())
                        .param("now", now)
                        .param("gone", now.plus(limit.over()))
                        .update()
                == 1;
        if (!allowed && limit.ofAll()) {
            alarm(limit, now.toInstant());
        }
        return allowed;
    }

    /** Buckets that are full again say nothing, and yesterday's key opens nothing. */
    @Scheduled(cron = "0 */10 * * * *", zone = "Asia/Shanghai")
    void forget() {
        jdbc.sql("delete from rate_limit where gone <= :now")
                .param("now", OffsetDateTime.now(clock))
                .update();
        day.forgetPast();
    }

    private void alarm(Limit limit, Instant now) {
        if (alarmed.plus(BETWEEN_ALARMS).isBefore(now)) {
            alarmed = now;
            LOG.warn("the public pages are asked for more than they answer: {}", limit);
        }
    }

    private byte[] key(Limit limit, String who) {
        byte[] kept = keys.derived("limit");
        byte[] drawn = day.secret();
        byte[] both = new byte[kept.length + drawn.length];
        System.arraycopy(kept, 0, both, 0, kept.length);
        System.arraycopy(drawn, 0, both, kept.length, drawn.length);
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(both, MAC));
            return mac.doFinal((limit.name() + '\0' + who).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
