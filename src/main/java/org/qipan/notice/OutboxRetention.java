package org.qipan.notice;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets who was told when: after a month, and after three what nobody sent again. */
@Component
class OutboxRetention {

    private static final int DONE_DAYS = 30;
    private static final int DEAD_DAYS = 90;

    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxRetention(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(cron = "0 47 3 * * *", zone = "Asia/Shanghai")
    void forget() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("""
                        delete from outbox
                        where made < :done and state in ('sent', 'dropped') or made < :dead and state = 'dead'
                        """)
                .param("done", now.minusDays(DONE_DAYS))
                .param("dead", now.minusDays(DEAD_DAYS))
                .update();
    }
}
