package org.qipan.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.qipan.deadline.CalendarFile.RowError;

class CalendarFileTests {

    @Test
    void readsCsvWithOrWithoutAHeading() {
        String rows = "2027-01-01,休,元旦\r\n2027-01-03,班,元旦\r\n";

        assertThat(CalendarFile.read("date,kind,name\n" + rows).days())
                .isEqualTo(CalendarFile.read("\uFEFF" + rows).days())
                .extracting(SpecialDay::kind)
                .containsExactly(DayKind.HOLIDAY, DayKind.WORKDAY);
    }

    @Test
    void namesLineColumnAndReasonOfEachBadRow() {
        String text = """
                2027-01-01,holiday,元旦
                2027-02-30,holiday,春节
                2027-02-06,rest,春节
                2027-02-07,holiday,
                2027-02-08,workday,春节
                2027-01-01,holiday,元旦
                2027-02-09;holiday
                """;

        assertThat(CalendarFile.read(text).errors())
                .containsExactly(
                        error(2, 1, "date", "2027-02-30"),
                        error(3, 12, "kind", "rest"),
                        error(4, 20, "name", ""),
                        error(5, 1, "weekday", "2027-02-08"),
                        error(6, 1, "twice", "2027-01-01"),
                        error(7, 19, "columns", "2027-02-09;holiday"));
    }

    @Test
    void readsBothShapesOfPublishedJson() {
        String byKind = "{\"holidays\": {\"2027-01-01\": \"元旦\"}, \"workingWeekends\": {\"2027-01-03\": \"元旦\"}}";
        String listed = """
                {"year": 2027, "papers": ["x"], "days": [
                  {"name": "元旦", "date": "2027-01-01", "isOffDay": true},
                  {"name": "元旦", "date": "2027-01-03", "isOffDay": false}]}
                """;

        assertThat(CalendarFile.read(byKind).days())
                .hasSize(2)
                .isEqualTo(CalendarFile.read(listed).days());
    }

    @Test
    void namesThePlaceOfABadDayInJson() {
        assertThat(CalendarFile.read("{\"holidays\": {\n  \"2027-01-01\": \"元旦\",\n  \"2027-13-01\": \"x\"}}")
                        .errors())
                .containsExactly(error(3, 3, "date", "2027-13-01"));
        assertThat(CalendarFile.read("{\"holidays\": {\n  \"2027-01-01\" \"x\"}}")
                        .errors())
                .extracting(RowError::line, RowError::key)
                .containsExactly(org.assertj.core.api.Assertions.tuple(2, "deadline.import.error.syntax"));
    }

    @Test
    void takesOnlyTheYearAndTheDecemberBefore() {
        String text = "2026-12-31,holiday,元旦\n2027-01-01,holiday,元旦\n2026-11-30,holiday,x\n2028-01-01,holiday,元旦";

        assertThat(CalendarFile.read(text).limitedTo(2027).errors())
                .extracting(RowError::value)
                .containsExactly("2026-11-30", "2028-01-01");
    }

    @Test
    void findsNothingInAnEmptyFile() {
        assertThat(CalendarFile.read("").errors()).containsExactly(error(1, 1, "empty", ""));
        assertThat(CalendarFile.read("2026-12-31,holiday,元旦").limitedTo(2027).errors())
                .containsExactly(error(1, 1, "empty", ""));
    }

    private static RowError error(int line, int column, String reason, String value) {
        return new RowError(line, column, "deadline.import.error." + reason, value);
    }
}
