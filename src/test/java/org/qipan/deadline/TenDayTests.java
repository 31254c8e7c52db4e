package org.qipan.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenDayTests {

    @ParameterizedTest
    @CsvSource({
        "6月中旬, 2018-06-11, 2018-06-20, 6月中旬",
        "5月初, 2018-05-01, 2018-05-10, 5月上旬",
        "7月下旬, 2018-07-21, 2018-07-31, 7月下旬",
        "2月底, 2018-02-21, 2018-02-28, 2月下旬",
        "2024年2月末, 2024-02-21, 2024-02-29, 2月下旬",
        "12 月份上旬, 2018-12-01, 2018-12-10, 12月上旬"
    })
    void readsWhatPlansSay(String text, LocalDate from, LocalDate to, String printed) {
        TenDay read = TenDay.parse(text, 2018).orElseThrow();

        assertThat(read.from()).isEqualTo(from);
        assertThat(read.to()).isEqualTo(to);
        assertThat(read).hasToString(printed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"13月上旬", "0月初", "6月", "中旬", "6月16日", "", "6月中旬前"})
    void readsNothingElse(String text) {
        assertThat(TenDay.parse(text, 2018)).isEmpty();
    }

    @Property
    void readsWhatItPrintsAndCoversEveryDay(@ForAll @IntRange(min = 0, max = 1500) int n) {
        LocalDate day = LocalDate.of(2023, 12, 1).plusDays(n);
        TenDay tenDay = TenDay.of(day);

        assertThat(TenDay.parse(tenDay.toString(), day.getYear())).contains(tenDay);
        assertThat(day).isBetween(tenDay.from(), tenDay.to());
        assertThat(tenDay.month()).isEqualTo(YearMonth.from(day));
    }
}
