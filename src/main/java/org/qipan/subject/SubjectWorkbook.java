package org.qipan.subject;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.qipan.page.Texts;
import org.qipan.spreadsheet.SafeCell;
import org.springframework.stereotype.Component;

/** The tree as .xlsx, one line a subject. */
@Component
class SubjectWorkbook {

    private final Subjects subjects;
    private final SubjectTerms terms;
    private final Texts texts;

    SubjectWorkbook(Subjects subjects, SubjectTerms terms, Texts texts) {
        this.subjects = subjects;
        this.terms = terms;
        this.texts = texts;
    }

    void write(OutputStream out) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(100)) {
            Sheet sheet = book.createSheet(texts.text("subject.title"));
            line(
                    sheet,
                    0,
                    SubjectFile.COLUMNS.stream()
                            .map(column -> texts.text("subject.column." + column))
                            .toList());
            List<SubjectTerm> known = terms.all();
            int[] number = {1};
            subjects.tree()
                    .walk((row, depth) -> line(
                            sheet,
                            number[0]++,
                            List.of(
                                    row.code(),
                                    text(row.parent()),
                                    row.name(),
                                    text(row.department()),
                                    SubjectTerms.of(known, row.term())
                                            .map(SubjectTerm::name)
                                            .orElse(""),
                                    row.basis(),
                                    "")));
            sheet.setColumnWidth(2, 30 * 256);
            sheet.setColumnWidth(5, 60 * 256);
            sheet.createFreezePane(0, 1);
            book.write(out);
        }
    }

    private static void line(Sheet sheet, int number, List<String> cells) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < cells.size(); i++) {
            row.createCell(i).setCellValue(SafeCell.text(cells.get(i)));
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
