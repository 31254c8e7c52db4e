package org.qipan.annual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever knows the sum and what is printed of the parts must not be able to tell a small one. */
class SmallCountsTests {

    @Test
    void printsWhatTellsOfNobody() {
        assertThat(SmallCounts.parts(List.of(12L, 7L, 0L, 5L))).containsExactly("12", "7", "0", "5");
        assertThat(SmallCounts.of(4)).isEqualTo("*");
        assertThat(SmallCounts.of(5)).isEqualTo("5");
        assertThat(SmallCounts.of(0)).isEqualTo("0");
    }

    @Test
    void hidesASecondOneSoThatTheSumDoesNotGiveTheFirstAway() {
        assertThat(SmallCounts.parts(List.of(12L, 7L, 2L))).containsExactly("12", "*", "*");
    }

    @Test
    void hidesAThirdWhereTwoTogetherAreFewerThanFive() {
        assertThat(SmallCounts.parts(List.of(30L, 9L, 2L, 1L, 0L))).containsExactly("30", "*", "*", "*", "0");
        assertThat(SmallCounts.parts(List.of(30L, 9L, 3L, 2L))).containsExactly("30", "9", "*", "*");
    }

    @Test
    void hidesAllWhereThereIsLittle() {
        assertThat(SmallCounts.parts(List.of(2L))).containsExactly("*");
        assertThat(SmallCounts.parts(List.of(2L, 1L))).containsExactly("*", "*");
        assertThat(SmallCounts.parts(List.of())).isEmpty();
    }
}
