package org.qipan.task;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets answers nobody will ask for again: a browser that resends after a month is not resending. */
@Component
class LedgerRetention {

    private static final int LEDGER_DAYS = 30;

    private final JdbcClient jdbc;
    private final Clock clock;

    LedgerRetention(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(cron = "0 41 3 * * *", zone = "Asia/Shanghai")
    void forget() {
        jdbc.sql("delete from request_ledger where at < :before")
                .param("before", OffsetDateTime.now(clock).minusDays(LEDGER_DAYS))
                .update();
    }
}
