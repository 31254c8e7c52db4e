package org.qipan.form;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.qipan.cluster.Locks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Deletes drafts nobody touched for 90 days; one node does it. */
@Component
class DraftRetention {

    private static final Logger LOG = LoggerFactory.getLogger(DraftRetention.class);
    private static final Duration KEPT = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;

    DraftRetention(JdbcClient jdbc, TransactionOperations transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(cron = "0 20 3 * * *", zone = "Asia/Shanghai")
    void run() {
        int gone = deleteOld();
        if (gone > 0) {
            LOG.info("deleted {} drafts older than {} days", gone, KEPT.toDays());
        }
    }

    int deleteOld() {
        Integer gone = transaction.execute(status -> {
            boolean mine = Locks.take(jdbc, "qipan.draft.retention");
            OffsetDateTime oldest = OffsetDateTime.ofInstant(clock.instant().minus(KEPT), ZoneOffset.UTC);
            return mine
                    ? jdbc.sql("delete from draft where saved_at < ?")
                            .param(oldest)
                            .update()
                    : 0;
        });
        return gone == null ? 0 : gone;
    }
}
