package org.qipan.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuarterTests {

    @Test
    void reachesFromItsFirstDayToItsLast() {
        Quarter first = Quarter.of(LocalDate.of(2028, 2, 29));
        assertThat(first).hasToString("2028-Q1");
        assertThat(first.from()).isEqualTo("2028-01-01");
        assertThat(first.to()).isEqualTo("2028-03-31");
        assertThat(first.before()).hasToString("2027-Q4");
        assertThat(first.before().to()).isEqualTo("2027-12-31");
    }

    @Test
    void isReadAsItIsWritten() {
        assertThat(Quarter.of("2026-Q3")).contains(new Quarter(2026, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026", "2026-Q5", "2026-Q0", "1999-Q1", "2026-q1", "2026-Q1 "})
    void isNothingElse(String written) {
        assertThat(Quarter.of(written)).isEmpty();
    }
}
