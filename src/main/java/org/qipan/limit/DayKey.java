package org.qipan.limit;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The random half of today's key: the first node that needs it draws it, all nodes read it, the next day it is deleted. */
@Component
class DayKey {

    private static final int BYTES = 32;
    /** A database that crashed forgets the row, and then all nodes must agree on another. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable Drawn drawn;

    DayKey(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Drawn(LocalDate day, byte[] secret, Instant until) {}

    byte[] secret() {
        LocalDate today = LocalDate.now(clock);
        Drawn known = drawn;
        if (known == null || !known.day.equals(today) || !known.until.isAfter(clock.instant())) {
            known = new Drawn(today, draw(today), clock.instant().plus(KEPT));
            drawn = known;
        }
        return known.secret;
    }

    void forgetPast() {
        jdbc.sql("delete from rate_limit_day where day < :today")
                .param("today", LocalDate.now(clock))
                .update();
    }

    private byte[] draw(LocalDate day) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        jdbc.sql("insert into rate_limit_day (day, secret) values (:day, :secret) on conflict (day) do nothing")
                .param("day", day)
                .param("secret", secret)
                .update();
        return jdbc.sql("select secret from rate_limit_day where day = :day")
                .param("day", day)
                .query(byte[].class)
                .single();
    }
}
