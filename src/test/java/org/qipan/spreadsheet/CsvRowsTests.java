package org.qipan.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvRowsTests {

    @Test
    void readsQuotedCellsWithCommasQuotesAndLineEnds() throws IOException {
        assertThat(read("\uFEFFa, b ,\"c,\"\"d\"\"\"\r\n\"two\nlines\",x,\n"))
                .containsExactly(List.of("a", "b", "c,\"d\""), List.of("two\nlines", "x", ""));
    }

    @Test
    void numbersRowsAsASpreadsheetDoesAndLinesAsAnEditorDoes() throws IOException {
        CsvRows rows = new CsvRows(new StringReader("\"a\nb\"\n\n  \nc"));
        rows.next();
        assertThat(List.of(rows.number(), rows.line())).containsExactly(1, 1);
        assertThat(rows.next()).containsExactly("c");
        assertThat(List.of(rows.number(), rows.line())).containsExactly(4, 5);
        assertThat(rows.next()).isNull();
    }

    @Test
    void doesNotReadAFileWithoutLineEndsWhole() {
        assertThatThrownBy(() -> read("\"" + "x".repeat(100_001))).isInstanceOf(CsvRows.RowTooLong.class);
    }

    private static List<List<String>> read(String text) throws IOException {
        CsvRows rows = new CsvRows(new StringReader(text));
        List<List<String>> read = new ArrayList<>();
        for (List<String> row = rows.next(); row != null; row = rows.next()) {
            read.add(row);
        }
        return read;
    }
}
