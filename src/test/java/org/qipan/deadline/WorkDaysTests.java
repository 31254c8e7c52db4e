package org.qipan.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkDaysTests {

    private final WorkDays calendar = StatutoryDays.CALENDAR;

    @ParameterizedTest
    @CsvSource({
        "2026-02-13, 5, 2026-02-27",
        "2026-04-30, 2, 2026-05-07",
        "2026-09-18, 2, 2026-09-21",
        "2018-12-28, 1, 2018-12-29",
        "2018-12-28, 2, 2019-01-02",
        "2024-09-30, 1, 2024-10-08",
        "2026-02-14, -1, 2026-02-13"
    })
    void countsFromTheDayAfterTheEvent(LocalDate from, int days, LocalDate expected) {
        assertThat(calendar.plusWorkingDays(from, days)).isEqualTo(expected);
    }

    /** Weekends worked instead of a bridge day, by the State Council's notices of nine years. */
    @ParameterizedTest
    @CsvSource({
        "2018, 02-11 02-24 04-08 04-28 09-29 09-30 12-29",
        "2019, 02-02 02-03 04-28 05-05 09-29 10-12",
        "2020, 01-19 04-26 05-09 06-28 09-27 10-10",
        "2021, 02-07 02-20 04-25 05-08 09-18 09-26 10-09",
        "2022, 01-29 01-30 04-02 04-24 05-07 10-08 10-09",
        "2023, 01-28 01-29 04-23 05-06 06-25 10-07 10-08",
        "2024, 02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
        "2025, 01-26 02-08 04-27 09-28 10-11",
        "2026, 01-04 02-14 02-28 05-09 09-20 10-10"
    })
    void worksOnEachShiftedWeekendAndOnNoOther(int year, String shifted) {
        assertThat(LocalDate.of(year, 1, 1)
                        .datesUntil(LocalDate.of(year + 1, 1, 1))
                        .filter(WorkDays::isWeekend)
                        .filter(calendar::isWorkingDay)
                        .map(day -> day.toString().substring(5)))
                .containsExactly(shifted.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-01-03",
        "2026-02-15, 2026-02-23",
        "2026-04-04, 2026-04-06",
        "2026-05-01, 2026-05-05",
        "2026-06-19, 2026-06-21",
        "2026-09-25, 2026-09-27",
        "2026-10-01, 2026-10-07",
        "2018-12-30, 2019-01-01"
    })
    void restsOnEachDayOfAHolidayAndWorksAroundIt(LocalDate first, LocalDate last) {
        assertThat(first.datesUntil(last.plusDays(1))).noneMatch(calendar::isWorkingDay);
        assertThat(calendar.workingDaysBetween(first.minusDays(1), last)).isZero();
    }

    @Test
    void readsEveryDayOfTheStatutoryTable() {
        assertThat(StatutoryDays.FILE.errors()).isEmpty();
        assertThat(StatutoryDays.FILE.days().stream()
                        .map(day -> day.day().getYear())
                        .distinct())
                .containsExactlyInAnyOrder(2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026);
    }

    @Test
    void isProvisionalAfterTheLastPublishedYear() {
        assertThat(calendar.isProvisional(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(calendar.isProvisional(LocalDate.of(2027, 1, 1))).isTrue();
    }

    @Property
    void goesForwardAndBackToTheSameWorkingDay(
            @ForAll("days") LocalDate day, @ForAll @IntRange(min = 0, max = 300) int n) {
        LocalDate working = calendar.rollForward(day);

        assertThat(calendar.plusWorkingDays(calendar.plusWorkingDays(working, n), -n))
                .isEqualTo(working);
    }

    @Property
    void findsBetweenTwoDaysWhatWasAdded(@ForAll("days") LocalDate day, @ForAll @IntRange(min = 0, max = 300) int n) {
        assertThat(calendar.workingDaysBetween(day, calendar.plusWorkingDays(day, n)))
                .isEqualTo(n);
    }

    @Property
    void neverEndsSoonerForMoreDaysOrALaterStart(
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(min = 0, max = 60) int later,
            @ForAll @IntRange(min = 1, max = 100) int n) {
        LocalDate end = calendar.plusWorkingDays(day, n);

        assertThat(calendar.plusWorkingDays(day, n + 1)).isAfter(end);
        assertThat(calendar.plusWorkingDays(day.plusDays(later), n)).isAfterOrEqualTo(end);
        assertThat(calendar.isWorkingDay(end)).isTrue();
    }

    @Property
    void addsUpTheParts(
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(min = 0, max = 100) int a,
            @ForAll @IntRange(min = 0, max = 100) int b) {
        assertThat(calendar.plusWorkingDays(calendar.plusWorkingDays(day, a), b))
                .isEqualTo(calendar.plusWorkingDays(day, a + b));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2018, 1, 1).toEpochDay(),
                        LocalDate.of(2026, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
