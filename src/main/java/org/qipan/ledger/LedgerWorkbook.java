package org.qipan.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.page.Texts;
import org.qipan.spreadsheet.SafeCell;
import org.springframework.stereotype.Component;

/** The register as .xlsx. Its first line says who took it and when; what looks like a number of a person or a telephone is masked. */
@Component
class LedgerWorkbook {

    static final int MOST = 5_000;

    private static final Pattern LONG_NUMBER = Pattern.compile("(?<![0-9])[0-9]{3}([0-9Xx -]{4,})(?![0-9])");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    static final List<String> COLUMNS = List.of(
            "number",
            "received",
            "title",
            "channel",
            "kind",
            "route",
            "subject",
            "state",
            "due",
            "overdue",
            "desk",
            "people");

    private final Texts texts;
    private final Directory directory;
    private final Clock clock;

    LedgerWorkbook(Texts texts, Directory directory, Clock clock) {
        this.texts = texts;
        this.directory = directory;
        this.clock = clock;
    }

    String title(Post post) {
        return directory.title(post);
    }

    void write(List<LedgerRow> rows, String reader, OutputStream out) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(100)) {
            Sheet sheet = book.createSheet(texts.text("ledger.title"));
            String moment = LocalDateTime.ofInstant(clock.instant(), LedgerConditions.ZONE)
                    .format(TIME);
            line(sheet, 0, List.of(texts.text("ledger.mark", reader, moment)));
            line(
                    sheet,
                    1,
                    COLUMNS.stream()
                            .map(column -> texts.text("ledger.column." + column))
                            .toList());
            int number = 2;
            for (LedgerRow row : rows) {
                line(sheet, number++, cells(row));
            }
            sheet.setColumnWidth(2, 40 * 256);
            sheet.setColumnWidth(6, 40 * 256);
            sheet.createFreezePane(0, 2);
            book.write(out);
        }
    }

    /** A row as text, by {@link #COLUMNS}. */
    List<String> cells(LedgerRow row) {
        String route = row.routeKey();
        return List.of(
                text(row.number()),
                row.received().toString(),
                masked(row.title()),
                texts.text(row.channelKey()),
                texts.text(row.kindKey()),
                route == null ? "" : texts.text(route),
                row.subject(),
                texts.text(row.stateKey()),
                row.lastDay() == null ? "" : row.lastDay().toString(),
                row.overdue() ? texts.text("ledger.yes") : "",
                row.desk(),
                Integer.toString(row.people()));
    }

    /** Leaves the first three digits of seven and more. */
    static String masked(String text) {
        return LONG_NUMBER
                .matcher(text)
                .replaceAll(found -> found.group().substring(0, 3)
                        + "*".repeat(found.group(1).length()));
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
