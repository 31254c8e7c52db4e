package org.qipan.supervision;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.qipan.page.Texts;
import org.qipan.spreadsheet.SafeCell;
import org.springframework.stereotype.Component;

/** 督办清单 as .xlsx; its first line says who took it and when. */
@Component
class SupervisionWorkbook {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final List<String> COLUMNS =
            List.of("matter", "handler", "by", "ground", "since", "listed", "until", "state", "late");

    private final Texts texts;
    private final Clock clock;

    SupervisionWorkbook(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    void write(List<SupervisionRow> rows, String reader, OutputStream out) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(100)) {
            Sheet sheet = book.createSheet(texts.text("supervision.title"));
            String moment =
                    LocalDateTime.ofInstant(clock.instant(), clock.getZone()).format(TIME);
            line(sheet, 0, List.of(texts.text("supervision.mark", reader, moment)));
            line(
                    sheet,
                    1,
                    COLUMNS.stream()
                            .map(column -> texts.text("supervision.column." + column))
                            .toList());
            int number = 2;
            for (SupervisionRow row : rows) {
                line(sheet, number++, cells(row));
            }
            for (int column = 0; column < 3; column++) {
                sheet.setColumnWidth(column, 36 * 256);
            }
            sheet.createFreezePane(0, 2);
            book.write(out);
        }
    }

    private List<String> cells(SupervisionRow row) {
        var lamp = row.lamp();
        return List.of(
                row.name(),
                row.handler(),
                row.by(),
                texts.text(row.ground().key()),
                row.since().toString(),
                text(row.listed()),
                row.until().toString(),
                texts.text(row.stateKey()),
                lamp == null ? "" : texts.text(lamp.key(), lamp.days(), lamp.workingDays()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static void line(Sheet sheet, int number, List<String> cells) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < cells.size(); i++) {
            row.createCell(i).setCellValue(SafeCell.text(cells.get(i)));
        }
    }
}
