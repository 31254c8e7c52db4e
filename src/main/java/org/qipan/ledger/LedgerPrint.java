package org.qipan.ledger;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.qipan.page.Texts;
import org.qipan.paper.PaperTable;
import org.qipan.paper.PdfTables;
import org.springframework.stereotype.Component;

/** The register to be printed: the rows and the masks of the workbook, its mark at the foot of every page. */
@Component
class LedgerPrint {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final Map<String, Double> WIDE =
            Map.of("number", 2.0, "title", 3.5, "subject", 2.5, "desk", 1.8, "route", 1.8);

    private final LedgerWorkbook workbook;
    private final PdfTables tables;
    private final Texts texts;
    private final Clock clock;

    LedgerPrint(LedgerWorkbook workbook, PdfTables tables, Texts texts, Clock clock) {
        this.workbook = workbook;
        this.tables = tables;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param export address of the workbook with the same rows */
    static String url(String export) {
        return export + (export.contains("?") ? "&" : "?") + "format=pdf";
    }

    byte[] pdf(List<LedgerRow> rows, String reader) {
        String moment =
                LocalDateTime.ofInstant(clock.instant(), LedgerConditions.ZONE).format(TIME);
        return tables.write(new PaperTable(
                texts.text("ledger.title"),
                LedgerWorkbook.COLUMNS.stream()
                        .map(column -> new PaperTable.Column(
                                texts.text("ledger.column." + column), WIDE.getOrDefault(column, 1.2)))
                        .toList(),
                rows.stream().map(workbook::cells).toList(),
                texts.text("ledger.mark", reader, moment)));
    }
}
