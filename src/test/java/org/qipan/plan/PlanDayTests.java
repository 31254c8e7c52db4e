package org.qipan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanDayTests {

    @ParameterizedTest
    @CsvSource({
        "2018-06-12, 2018-06-12, 2018-06-12, 2018-06-12",
        "6月12日, 2018-06-12, 2018-06-12, 2018-06-12",
        "5月初, 2018-05-early, 2018-05-01, 2018-05-10",
        "2018年5月上旬, 2018-05-early, 2018-05-01, 2018-05-10",
        "6月中旬, 2018-06-mid, 2018-06-11, 2018-06-20",
        "7月下旬, 2018-07-late, 2018-07-21, 2018-07-31",
        "2月底, 2018-02-late, 2018-02-21, 2018-02-28",
        "2024年2月下旬, 2024-02-late, 2024-02-21, 2024-02-29",
        "2018-07-mid, 2018-07-mid, 2018-07-11, 2018-07-20"
    })
    void readsWhatOfficialsWrite(String typed, String stored, LocalDate first, LocalDate last) {
        PlanDay day = PlanDay.read(typed, 2018).orElseThrow();
        assertThat(day).hasToString(stored);
        assertThat(day.first()).isEqualTo(first);
        assertThat(day.last()).isEqualTo(last);
        assertThat(PlanDay.stored(stored)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "13月1日", "2月30日", "6月", "上旬"})
    void refusesWhatNamesNoDay(String typed) {
        assertThat(PlanDay.read(typed, 2018)).isEmpty();
    }

    @Test
    void aPeriodMovedByMonthsStaysThatPeriod() {
        assertThat(PlanDay.stored("2018-07-late").plusMonths(101)).hasToString("2026-12-late");
        assertThat(PlanDay.stored("2018-01-31").plusMonths(1)).hasToString("2018-02-28");
    }
}
