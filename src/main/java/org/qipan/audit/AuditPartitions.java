package org.qipan.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import org.qipan.cluster.Locks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a partition for this month and the next three; what finds none lands in the default partition and is moved later. */
@Component
class AuditPartitions {

    private static final int MONTHS = 4;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditPartitions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 0, fixedDelay = 6, timeUnit = TimeUnit.HOURS)
    @Transactional
    public void makeNext() {
        make();
    }

    /** Returns how many partitions were missing; 0 also when another node is making them. */
    @Transactional
    public int make() {
        if (!Locks.take(jdbc, "audit.partitions")) {
            return 0;
        }
        return jdbc.sql("select audit_make_partitions(:first, :months)")
                .param("first", LocalDate.ofInstant(clock.instant(), ZONE))
                .param("months", MONTHS)
                .query(Integer.class)
                .single();
    }
}
