package org.qipan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qipan.directory.Staff;

class StatisticsTests {

    private final LedgerRoom room = new LedgerRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, <5", "4, <5", "5, 5", "120, 120"})
    void aSmallCountIsNotTold(long count, String text) {
        assertThat(Tally.of(count).text()).isEqualTo(text);
    }

    @Test
    void aSumNeverGivesTheSmallCountAway() {
        assertThat(Tally.of(7).plus(Tally.of(3)).text())
                .isEqualTo(Tally.of(7).plus(Tally.of(1)).text())
                .isEqualTo("≥8");
        assertThat(Tally.of(2).plus(Tally.of(3)).text()).isEqualTo("≥2");
        assertThat(Tally.of(7).plus(Tally.of(0)).text()).isEqualTo("7");
    }

    @Test
    void countsBySubjectMonthAndPlaceFromFiveOn() throws Exception {
        long subject = room.jdbc()
                .sql("select id from subject where code = '0301'")
                .query(Long.class)
                .single();
        for (int i = 0; i < 6; i++) {
            room.set(room.matter("事" + i), "subject = " + subject);
        }
        room.matter("别处", "内容", "2026-10-10 00:00+08", LedgerRoom.OTHER);
        String page = room.page(room.officer(), "/complaints/statistics");
        assertThat(page)
                .contains("子女教育", ">6<", "&lt;5", "≥7", "单位" + LedgerRoom.VILLAGE, "不足 5 件的地点不列出", "<strong>6</strong>")
                .doesNotContain("单位" + LedgerRoom.OTHER);
    }

    @Test
    void showsWhatComesFromOnePlaceAgainAndAgain() throws Exception {
        long subject = room.jdbc()
                .sql("select id from subject where code = '0301'")
                .query(Long.class)
                .single();
        for (int i = 0; i < 5; i++) {
            room.set(room.matter("同村" + i), "subject = " + subject);
        }
        room.set(room.matter("同村上月", "内容", "2026-10-10 00:00+08", LedgerRoom.VILLAGE), "subject = " + subject);
        for (int i = 0; i < 4; i++) {
            room.set(room.matter("别村" + i, "内容", "2026-11-10 00:00+08", LedgerRoom.OTHER), "subject = " + subject);
        }
        String page = room.page(room.officer(), "/complaints/statistics");
        assertThat(page.substring(page.indexOf("id=\"spots\""), page.indexOf("id=\"oldest\"")))
                .contains("单位" + LedgerRoom.VILLAGE, "11 月 5", "10 月 &lt;5", "≥6")
                .doesNotContain("单位" + LedgerRoom.OTHER);
    }

    @Test
    void sealedMattersAreInNoFigureOfAnArea() throws Exception {
        for (int i = 0; i < 5; i++) {
            UUID id = room.matter("事" + i);
            room.clock(id, "petition-routing", "2026-11-15 00:00+08", "2026-11-14 00:00+08");
        }
        UUID sealed = room.matter("密");
        room.clock(sealed, "petition-routing", "2026-11-15 00:00+08", "2026-11-14 00:00+08");
        room.set(sealed, "digest = null, sealed = true");
        UUID hidden = room.matter("回避");
        room.clock(hidden, "petition-routing", "2026-11-15 00:00+08", "2026-11-14 00:00+08");
        room.exclude(hidden, LedgerRoom.TOWN);
        assertThat(room.page(room.officer(), "/complaints/statistics"))
                .contains(">5</a>")
                .doesNotContain(">6</a>", ">7</a>", ">7<");
    }

    @Test
    void theRateLeadsToWhatItCounts() throws Exception {
        for (int i = 0; i < 5; i++) {
            UUID id = room.matter("[kept]" + i);
            room.clock(id, "petition-routing", "2026-11-15 00:00+08", "2026-11-14 00:00+08");
        }
        room.clock(room.matter("[late]"), "petition-routing", "2026-11-15 00:00+08", "2026-11-16 00:00+08");
        room.clock(room.matter("[running]"), "petition-routing", "2026-12-15 00:00+08", null);
        Staff officer = room.officer();
        assertThat(room.page(officer, "/complaints/statistics")).contains("83.3%", ">5</a>", ">6</a>");
        assertThat(room.page(officer, "/complaints?tab=below&clock=petition-routing&year=2026"))
                .contains("[kept]0", "[late]")
                .doesNotContain("[running]");
        assertThat(room.page(officer, "/complaints?tab=below&clock=petition-routing&year=2026&kept=1"))
                .contains("[kept]4")
                .doesNotContain("[late]");
    }

    @Test
    void namesTheOldestThatAreOpen() throws Exception {
        room.matter("最早的", "内容", "2026-01-10 00:00+08", LedgerRoom.VILLAGE);
        room.set(room.matter("办完的", "内容", "2026-01-09 00:00+08", LedgerRoom.VILLAGE), "closed = received");
        assertThat(room.page(room.officer(), "/complaints/statistics"))
                .contains("最早的")
                .doesNotContain("办完的");
    }

    /** 群众在等: what a leader must not know of is in no number of it, nor what is sealed. */
    @Test
    void tellsALeaderWhoWaitsInHisArea() throws Exception {
        room.matter("最早的", "内容", "2026-01-10 00:00+08", LedgerRoom.VILLAGE);
        UUID late = room.matter("晚了的", "内容", "2026-11-02 00:00+08", LedgerRoom.VILLAGE);
        room.clock(late, "petition-routing", "2026-11-15 00:00+08", null);
        room.set(room.matter("办完的"), "closed = received");
        room.set(room.matter("密封的"), "digest = null, sealed = true");
        room.exclude(room.matter("反映本镇的"), LedgerRoom.TOWN);
        WaitingMatters matters = room.room.bean(WaitingMatters.class);
        Staff leader = room.room.employ("镇长", "township-leader@" + LedgerRoom.TOWN);
        WaitingMatters.Waiting waiting = matters.of(leader).orElseThrow();
        assertThat(waiting.open()).isEqualTo("2");
        assertThat(waiting.overdue()).isEqualTo("1");
        assertThat(waiting.rows()).extracting(LedgerRow::title).containsExactly("晚了的", "最早的");
        assertThat(room.page(leader, waiting.overdueUrl())).contains("晚了的").doesNotContain("最早的");
        assertThat(room.page(leader, waiting.openUrl())).contains("晚了的", "最早的").doesNotContain("办完的", "密封的", "反映本镇的");
        assertThat(matters.of(room.room.employ("经办", "township-officer@" + LedgerRoom.TOWN)))
                .isEmpty();
    }

    @Test
    void aYearThatIsNoneIsNotFound() throws Exception {
        assertThat(room.ask(room.officer(), "/complaints/statistics?year=2027").getStatus())
                .isEqualTo(404);
    }
}
