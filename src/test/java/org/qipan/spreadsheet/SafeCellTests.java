package org.qipan.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCellTests {

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "\0=1"})
    void putsAnApostropheBeforeWhatStartsAFormula(String text) {
        assertThat(SafeCell.text(text)).isEqualTo("'" + text);
        assertThat(SafeCell.text("a" + text)).isEqualTo("a" + text);
    }

    @Test
    void leavesAnEmptyCellEmpty() {
        assertThat(SafeCell.text("")).isEmpty();
    }

    @Test
    void doublesQuotationMarksInALineOfCsv() {
        assertThat(SafeCell.quoted("=\"新伦\"村,1")).isEqualTo("\"'=\"\"新伦\"\"村,1\"");
    }
}
