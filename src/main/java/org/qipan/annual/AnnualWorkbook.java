package org.qipan.annual;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.qipan.page.Texts;
import org.qipan.spreadsheet.SafeCell;
import org.springframework.stereotype.Component;

/** The report as .xlsx, one section below the other. */
@Component
class AnnualWorkbook {

    private final Texts texts;

    AnnualWorkbook(Texts texts) {
        this.texts = texts;
    }

    /** @param state words that say whether it is a draft or which version */
    void write(AnnualContent content, String unit, String state, OutputStream out) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(100)) {
            Sheet sheet = book.createSheet(String.valueOf(content.year()));
            List<List<String>> lines = new ArrayList<>();
            lines.add(List.of(texts.text("annual.title.of", unit, String.valueOf(content.year())), state));
            lines.add(List.of(texts.text("annual.small")));
            lines.add(List.of(texts.text("annual.scope")));
            for (AnnualContent.Section section : content.sections()) {
                lines.add(List.of());
                List<String> head = new ArrayList<>(List.of(texts.text("annual.section." + section.key())));
                section.columns().forEach(column -> head.add(texts.text("annual.column." + column)));
                lines.add(head);
                section.rows().forEach(row -> lines.add(cells(row)));
            }
            for (int number = 0; number < lines.size(); number++) {
                var line = sheet.createRow(number);
                for (int i = 0; i < lines.get(number).size(); i++) {
                    line.createCell(i)
                            .setCellValue(SafeCell.text(lines.get(number).get(i)));
                }
            }
            sheet.setColumnWidth(0, 40 * 256);
            book.write(out);
        }
    }

    private List<String> cells(AnnualContent.Row row) {
        String label = row.label();
        List<String> cells = new ArrayList<>();
        cells.add(label == null ? Objects.requireNonNullElse(row.name(), "") : texts.text(label));
        cells.addAll(row.cells());
        return cells;
    }
}
