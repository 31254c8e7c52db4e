package org.qipan.figure;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.qipan.spreadsheet.SafeCell;

/** Writes a sheet as .xlsx: the same digits as on screen, blank where the screen is blank. */
public final class SheetWorkbook {

    private static final int WINDOW = 200;

    private SheetWorkbook() {}

    public static void write(PrintedSheet printed, OutputStream out) throws IOException {
        try (var book = new SXSSFWorkbook(WINDOW)) {
            SXSSFSheet sheet = book.createSheet();
            var styles = new Styles(book);
            int width = printed.headings().size();
            text(sheet.createRow(0), 0, printed.title(), styles.title());
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, Math.max(1, width)));
            text(sheet.createRow(1), 0, String.join("    ", printed.facts()), styles.plain());
            Row head = sheet.createRow(2);
            text(head, 0, printed.unitHeading(), styles.head());
            for (int i = 0; i < width; i++) {
                text(head, i + 1, printed.headings().get(i), styles.head());
                sheet.setColumnWidth(i + 1, 12 * 256);
            }
            sheet.setColumnWidth(0, 28 * 256);
            int line = 3;
            List<Sheet.Row> rows = printed.sheet().rows();
            for (int i = 0; i < rows.size(); i++) {
                row(sheet.createRow(line++), printed.names().get(i), rows.get(i), styles);
            }
            row(sheet.createRow(line++), printed.totalName(), printed.sheet().total(), styles);
            text(sheet.createRow(line + 1), 0, String.join("            ", printed.footers()), styles.plain());
            sheet.createFreezePane(1, 3);
            sheet.setRepeatingRows(new CellRangeAddress(2, 2, -1, -1));
            sheet.getPrintSetup().setLandscape(true);
            sheet.getPrintSetup().setPaperSize(org.apache.poi.ss.usermodel.PrintSetup.A4_PAPERSIZE);
            sheet.setFitToPage(true);
            sheet.getPrintSetup().setFitHeight((short) 0);
            book.write(out);
        }
    }

    private static void row(Row row, String name, Sheet.Row values, Styles styles) {
        text(row, 0, name, styles.plain());
        for (int i = 0; i < values.cells().size(); i++) {
            Cell cell = values.cells().get(i);
            BigDecimal value = cell.value();
            if (value != null) {
                var written = row.createCell(i + 1);
                written.setCellValue(value.doubleValue());
                written.setCellStyle(styles.number(value.scale()));
            } else if (!cell.blank()) {
                text(row, i + 1, cell.text(), styles.plain());
            }
        }
    }

    private static void text(Row row, int column, String text, CellStyle style) {
        var cell = row.createCell(column);
        cell.setCellValue(SafeCell.text(text));
        cell.setCellStyle(style);
    }

    private static final class Styles {

        private final SXSSFWorkbook book;
        private final Map<Integer, CellStyle> numbers = new HashMap<>();
        private final CellStyle plain;
        private final CellStyle head;
        private final CellStyle title;

        Styles(SXSSFWorkbook book) {
            this.book = book;
            plain = book.createCellStyle();
            head = book.createCellStyle();
            head.setWrapText(true);
            head.setAlignment(HorizontalAlignment.CENTER);
            head.setBorderBottom(BorderStyle.THIN);
            title = book.createCellStyle();
            title.setAlignment(HorizontalAlignment.CENTER);
            var font = book.createFont();
            font.setBold(true);
            font.setFontHeightInPoints((short) 16);
            title.setFont(font);
        }

        CellStyle plain() {
            return plain;
        }

        CellStyle head() {
            return head;
        }

        CellStyle title() {
            return title;
        }

        CellStyle number(int decimals) {
            return numbers.computeIfAbsent(decimals, d -> {
                CellStyle style = book.createCellStyle();
                style.setDataFormat(book.createDataFormat().getFormat(d == 0 ? "0" : "0." + "0".repeat(d)));
                return style;
            });
        }
    }
}
