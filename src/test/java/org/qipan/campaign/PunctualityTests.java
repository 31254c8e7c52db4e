package org.qipan.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qipan.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

class PunctualityTests {

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());
    private final Punctuality punctuality = PunctualityFixture.over(jdbc);
    private final UUID campaign = UUID.randomUUID();

    @Test
    void countsWhatCameInOnTheLastDayAsOnTime() {
        campaign();
        long over = stage(1, "2026-10-31");
        long running = stage(2, "2026-12-31");
        part(over, "442000007201", "open", "2026-10-31T23:59:59+08:00");
        part(over, "442000007202", "accepted", "2026-11-01T00:00:01+08:00");
        part(over, "442000007203", "open", null);
        part(over, "442000007204", "withdrawn", null);
        part(running, "442000007201", "open", "2026-11-19T10:00:00+08:00");

        Punctuality.Share share = punctuality.of(campaign);
        assertThat(share).isEqualTo(new Punctuality.Share(3, 1));
        assertThat(share.percent()).isEqualTo(33);
    }

    @Test
    void anExtensionThatWasApprovedMovesTheDayOfItsUnitAlone() {
        campaign();
        long over = stage(1, "2026-10-31");
        part(over, "442000007201", "accepted", "2026-11-03T10:00:00+08:00");
        part(over, "442000007202", "accepted", "2026-11-03T10:00:00+08:00");
        jdbc.sql("update unit_stage set extended_to = '2026-11-04T00:00:00+08:00' where unit = '442000007201'")
                .update();
        assertThat(punctuality.of(campaign)).isEqualTo(new Punctuality.Share(2, 1));
    }

    @Test
    void hasNoRateBeforeAnythingFellDue() {
        assertThat(punctuality.of(campaign).percent()).isNull();
    }

    private void campaign() {
        jdbc.sql("insert into campaign (id, unit, owner_area, name, state, created_by, created_at)"
                        + " values (?, '442000007000', 442000000000, '活动', 'RUNNING', ?, '2026-10-01')")
                .params(campaign, UUID.randomUUID())
                .update();
    }

    private long stage(int no, String closes) {
        return jdbc.sql(
                        "insert into campaign_stage (campaign, no, name, opens, closes) values (?, ?, '阶段', '2026-10-01', ?::date) returning id")
                .params(campaign, no, closes)
                .query(Long.class)
                .single();
    }

    private void part(long stage, String unit, String state, @Nullable String submitted) {
        jdbc.sql("""
                        insert into unit_stage (campaign, stage, unit, state, submitted_at, opened_at)
                        values (:campaign, :stage, :unit, :state, :submitted::timestamptz, '2026-10-01')""")
                .param("campaign", campaign)
                .param("stage", stage)
                .param("unit", unit)
                .param("state", state)
                .param("submitted", submitted)
                .update();
    }
}
