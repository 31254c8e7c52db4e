package org.qipan.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qipan.TestDatabase;
import org.qipan.campaign.Town;
import org.springframework.jdbc.core.simple.JdbcClient;

class BoardQueriesTests {

    private static final UUID ID = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static JdbcClient jdbc;
    private static BoardQueries board;
    private static long stage;
    private static long item;

    /** Last state by unit, kept as the rows are made. */
    private static final Map<String, String> LAST = new HashMap<>();

    private static final Map<LocalDate, Integer> DAYS = new HashMap<>();

    @BeforeAll
    static void rows() {
        jdbc = JdbcClient.create(TestDatabase.fresh());
        board = new BoardQueries(jdbc);
        jdbc.sql("""
                insert into campaign (id, unit, owner_area, name, state, created_by, created_at)
                values (?, '442000007000', 442000000000, 'x', 'RUNNING', ?, '2018-05-01')""").params(ID, ID).update();
        stage = jdbc.sql(
                        "insert into campaign_stage (campaign, no, name, opens, closes, state) values (?, 1, 's', '2018-05-01', '2018-06-30', 'OPEN') returning id")
                .param(ID)
                .query(Long.class)
                .single();
        item = jdbc.sql(
                        "insert into campaign_item (campaign, stage, no, name, unit_kind, form) values (?, ?, 1, 'i', 'village', 'count') returning id")
                .params(ID, stage)
                .query(Long.class)
                .single();
        Random random = new Random(2018);
        for (String unit : Town.VILLAGES) {
            jdbc.sql(
                            "insert into campaign_unit (campaign, unit, upper, kind, joined_at) values (?, ?, '442000007000', 'village', '2018-05-01')")
                    .params(ID, unit)
                    .update();
            int rounds = 1 + random.nextInt(3);
            for (int round = 1; round <= rounds; round++) {
                String state = round < rounds
                        ? "accepted"
                        : List.of("open", "accepted", "withdrawn").get(random.nextInt(3));
                LocalDate day = LocalDate.of(2018, 6, 1 + random.nextInt(5));
                long us = jdbc.sql(
                                "insert into unit_stage (campaign, stage, unit, round, state, opened_at) values (?, ?, ?, ?, ?, '2018-05-01') returning id")
                        .params(ID, stage, unit, round, state)
                        .query(Long.class)
                        .single();
                if (state.equals("accepted")) {
                    // half past midnight in Shanghai is still the day before in UTC
                    jdbc.sql(
                                    "update unit_stage set accepted_at = (?::date + time '00:30') at time zone 'Asia/Shanghai' where id = ?")
                            .params(day, us)
                            .update();
                    DAYS.merge(day, 1, Integer::sum);
                }
                jdbc.sql("insert into unit_stage_item (us, item, value) values (?, ?, ?)")
                        .params(us, item, round)
                        .update();
                boolean left = state.equals("withdrawn") && random.nextBoolean();
                if (left) {
                    jdbc.sql("update campaign_unit set withdrawn_at = '2018-06-01' where campaign = ? and unit = ?")
                            .params(ID, unit)
                            .update();
                }
                LAST.put(unit, (left ? "left" : state) + " " + round);
            }
        }
    }

    private static long last(String state) {
        return LAST.values().stream().filter(v -> v.startsWith(state)).count();
    }

    @Test
    void aStageCountsTheLatestRoundOfEachUnit() {
        assertThat(board.stages(ID)).singleElement().satisfies(bar -> {
            assertThat(bar.done()).isEqualTo((int) last("accepted"));
            assertThat(bar.expected()).isEqualTo((int) (19 - last("left")));
        });
    }

    @Test
    void aCellShowsTheLatestRound() {
        assertThat(board.stated(stage))
                .hasSize(19)
                .allSatisfy(stated -> assertThat(LAST.get(stated.unit()))
                        .endsWith(" " + stated.value().intValue()));
    }

    @Test
    void unitsThatLeftHaveNoRowThoseTakenBackAtTheEndDo() {
        assertThat(last("left")).isPositive();
        assertThat(last("withdrawn")).isPositive();
        assertThat(board.parts(ID, stage)).hasSize((int) (19 - last("left")));
    }

    @Test
    void theTrendCountsLocalDays() {
        assertThat(board.trend(ID)).containsExactlyInAnyOrderEntriesOf(DAYS);
    }

    @Test
    void workIsCountedByElementOfTheModel() {
        for (int n = 0; n < 3; n++) {
            jdbc.sql("""
                    insert into work_item (task, key, process, ref, kind, case_id, title, role, unit, created, state)
                    values (?, 'Task_WorkChecklist', 'campaign-unit', '1', 'campaign', ?, 'x', 'village-worker', 'u', '2018-06-01', ?)""").params("t" + n, ID, n == 2 ? "done" : "open").update();
        }
        assertThat(board.nodes(ID)).isEqualTo(Map.of("Task_WorkChecklist", 2));
    }

    @Test
    void theFingerprintMovesWithEveryValue() {
        String before = board.fingerprint(ID);
        assertThat(board.fingerprint(ID)).isEqualTo(before);
        jdbc.sql("update unit_stage_item set value = value + 1 where item = ?")
                .param(item)
                .update();
        assertThat(board.fingerprint(ID)).isNotEqualTo(before);
        jdbc.sql("update unit_stage_item set value = value - 1 where item = ?")
                .param(item)
                .update();
    }

    @ParameterizedTest
    @CsvSource({
        "accepted, false, , 20, DONE",
        "open, false, 20, 20, DONE",
        "open, false, 19, 20, OVERDUE",
        "open, true, 3, 20, STOPPED",
        "returned, false, 20, 20, RETURNED_LATE",
        "open, false, , , OVERDUE"
    })
    void aTaskAfterTheLastDay(String state, boolean stopped, BigDecimal value, BigDecimal minimum, Standing standing) {
        LocalDate last = LocalDate.of(2018, 6, 30);
        assertThat(Standing.of(state, stopped, value, minimum, last, last.plusDays(1)))
                .isEqualTo(standing);
    }

    @Test
    void onTheLastDayNothingIsLate() {
        LocalDate last = LocalDate.of(2018, 6, 30);
        assertThat(Standing.of("open", false, null, BigDecimal.TEN, last, last)).isEqualTo(Standing.RUNNING);
        assertThat(Standing.of("returned", false, null, BigDecimal.TEN, last, last))
                .isEqualTo(Standing.RETURNED);
    }
}
