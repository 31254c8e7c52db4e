package org.qipan.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qipan.SettableClock;
import org.qipan.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuditPartitionsTests {

    private final SettableClock clock = new SettableClock("2026-11-20T02:00:00Z");
    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());
    private final AuditPartitions partitions = new AuditPartitions(jdbc, clock);

    @Test
    void makesThisMonthAndTheNextThreeOnce() {
        assertThat(partitions.make()).isEqualTo(4);
        assertThat(partitions.make()).isZero();
        clock.set("2026-12-01T02:00:00Z");
        assertThat(partitions.make()).isEqualTo(1);

        assertThat(jdbc.sql(
                                "select inhrelid::regclass::text from pg_inherits where inhparent = 'audit'::regclass order by 1")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "audit_default",
                        "audit_y2026m11",
                        "audit_y2026m12",
                        "audit_y2027m01",
                        "audit_y2027m02",
                        "audit_y2027m03");
    }

    @Test
    void movesRowsThatArrivedBeforeTheirPartition() {
        record("2026-11-30T15:59:59.999999Z");
        record("2026-11-30T16:00:00Z");
        record("2018-06-13T00:00:00Z");

        partitions.make();
        record("2026-11-30T16:00:01Z");

        assertThat(rows("audit_y2026m11")).isEqualTo(1);
        assertThat(rows("audit_y2026m12"))
                .as("midnight in Shanghai begins December")
                .isEqualTo(2);
        assertThat(rows("audit_default")).isEqualTo(1);
        assertThat(rows("audit")).isEqualTo(4);
        assertThat(jdbc.sql("select count(distinct id) from audit")
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
    }

    private void record(String at) {
        clock.set(at);
        new Audit(jdbc, clock).record(Actor.system(), "test.audit.act", "case", "1", Map.of());
        clock.set("2026-11-20T02:00:00Z");
    }

    private long rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
