package org.qipan.file;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Deletes uploads no case took within 120 days, a month longer than the drafts that may name them; one node does it. */
@Component
class FileRetention {

    private static final Logger LOG = LoggerFactory.getLogger(FileRetention.class);
    private static final Duration KEPT = Duration.ofDays(120);

    private final FileRows rows;
    private final TransactionOperations transaction;
    private final Clock clock;

    FileRetention(FileRows rows, TransactionOperations transaction, Clock clock) {
        this.rows = rows;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(cron = "0 40 3 * * *", zone = "Asia/Shanghai")
    void run() {
        int gone = deleteOld();
        if (gone > 0) {
            LOG.info("deleted {} uploads no case took", gone);
        }
    }

    int deleteOld() {
        Integer gone = transaction.execute(
                status -> rows.retention() ? rows.deleteLoose(clock.instant().minus(KEPT)) : 0);
        return gone == null ? 0 : gone;
    }
}
