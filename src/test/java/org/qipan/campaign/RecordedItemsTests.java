package org.qipan.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.plan.Measures;
import org.qipan.service.Desk;
import org.qipan.service.Entry;
import org.qipan.service.Town;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Counts the real work records of a village for the tasks of a campaign. */
class RecordedItemsTests {

    private final Desk desk = new Desk();
    private final UUID campaign = UUID.randomUUID();
    private final RecordedItems items = new RecordedItems(
            desk.jdbc,
            new StaticListableBeanFactory(Map.of("measures", new Recorded())).getBeanProvider(Measures.class));

    private long first;
    private long second;

    private class Recorded implements Measures {
        @Override
        public List<Measure> all() {
            return List.of();
        }

        @Override
        public boolean atTheDoor(String measure) {
            return false;
        }

        @Override
        public Map<String, Map<String, BigDecimal>> totals(
                UUID of, Collection<String> measures, String within, @Nullable LocalDate from, @Nullable LocalDate to) {
            return desk.records.totals(of, measures, within, from, to);
        }
    }

    @BeforeEach
    void twoStages() {
        desk.jdbc
                .sql("insert into campaign (id, unit, owner_area, name, state, created_by, created_at)"
                        + " values (?, ?, 442000000000, '活动', 'RUNNING', ?, '2026-09-01')")
                .params(campaign, Town.TOWN, Town.OFFICER.id())
                .update();
        desk.jdbc
                .sql(
                        "insert into campaign_unit (campaign, unit, kind, joined_at) values (?, ?, 'village', '2026-09-01')")
                .params(campaign, Town.XINLUN)
                .update();
        first = stage(1, "2026-10-01", "2026-10-31");
        second = stage(2, "2026-11-01", "2026-11-30");
    }

    private long stage(int no, String opens, String closes) {
        return desk.jdbc
                .sql(
                        "insert into campaign_stage (campaign, no, name, opens, closes) values (?, ?, '阶段', ?::date, ?::date) returning id")
                .params(campaign, no, opens, closes)
                .query(Long.class)
                .single();
    }

    private void item(long stage, String kind, String measure) {
        desk.jdbc
                .sql(
                        "insert into campaign_item (campaign, stage, no, name, unit_kind, form, measure) values (?, ?, 1, '事项', ?, 'count', ?)")
                .params(campaign, stage, kind, measure)
                .update();
    }

    private void did(String kind, String quantity, String day) {
        Entry e = Desk.entry(Town.WORKER, kind, quantity);
        desk.records.record(
                new Entry(
                        e.clientId(),
                        e.unit(),
                        e.kind(),
                        e.quantity(),
                        null,
                        LocalDate.parse(day),
                        null,
                        null,
                        campaign,
                        e.recordedAt()),
                Town.WORKER,
                Town.WORKER.posts().get(0));
    }

    private Collection<BigDecimal> counted(long stage) {
        long us = desk.jdbc
                .sql(
                        "insert into unit_stage (campaign, stage, unit, opened_at) values (?, ?, ?, '2026-10-01') returning id")
                .params(campaign, stage, Town.XINLUN)
                .query(Long.class)
                .single();
        return items.values(us).values();
    }

    @Test
    void aMeasureOfTwoStagesCountsInTheStageItWasDoneIn() {
        item(first, "village", "leaflet");
        item(second, "village", "leaflet");
        did("leaflet", "30", "2026-10-31");
        did("leaflet", "4", "2026-11-01");
        assertThat(counted(first)).singleElement().isEqualTo(new BigDecimal("30.00"));
        assertThat(counted(second)).singleElement().isEqualTo(new BigDecimal("4.00"));
    }

    @Test
    void aMeasureOfOneStageCountsEarlyAndLateWorkToo() {
        item(first, "village", "leaflet");
        item(second, "township", "leaflet");
        did("leaflet", "30", "2026-10-15");
        did("leaflet", "4", "2026-11-05");
        assertThat(counted(first)).singleElement().isEqualTo(new BigDecimal("34.00"));
    }

    @Test
    void aDayTwoOverlappingStagesShareCountsInEachStageButOnceForTheCampaign() {
        long third = stage(3, "2026-10-20", "2026-11-10");
        item(first, "village", "leaflet");
        item(third, "village", "leaflet");
        did("leaflet", "30", "2026-10-25");
        did("leaflet", "4", "2026-11-05");
        assertThat(counted(first)).singleElement().isEqualTo(new BigDecimal("30.00"));
        assertThat(counted(third)).singleElement().isEqualTo(new BigDecimal("34.00"));
        assertThat(desk.records.totals(campaign, List.of("leaflet"), Town.TOWN))
                .as("what the board, the forms and the report give as the campaign's total")
                .containsOnly(Map.entry(Town.XINLUN, Map.of("leaflet", new BigDecimal("34.00"))));
    }
}
