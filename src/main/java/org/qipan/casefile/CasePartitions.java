package org.qipan.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.qipan.cluster.Locks;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes this month's and the next three partitions of {@code case_event}, on one node at a time. */
@Component
class CasePartitions {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int AHEAD = 3;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CasePartitions(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "0 17 3 * * *", zone = "Asia/Shanghai")
    void make() {
        LocalDate first = YearMonth.now(clock).atDay(1);
        transaction.executeWithoutResult(status -> {
            if (!Locks.take(jdbc, "casefile.partitions")) {
                return;
            }
            for (int i = 0; i <= AHEAD; i++) {
                jdbc.sql("select make_case_event_partition(:month)")
                        .param("month", first.plusMonths(i))
                        .query(Boolean.class)
                        .single();
            }
        });
    }
}
