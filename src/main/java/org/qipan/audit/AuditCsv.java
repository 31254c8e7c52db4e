package org.qipan.audit;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.qipan.spreadsheet.SafeCell;

/** Writes records as CSV that a spreadsheet opens without running anything it finds in them. */
final class AuditCsv {

    /** Spreadsheets take UTF-8 for what it is only with this mark in front. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Writer out;

    AuditCsv(Writer out, List<String> heading) throws IOException {
        this.out = out;
        out.write(BYTE_ORDER_MARK);
        line(heading);
    }

    void row(AuditRow row) throws IOException {
        AuditEntry e = row.entry();
        line(List.of(
                row.seq() == null ? "" : row.seq().toString(),
                row.at().toString(),
                e.post(),
                e.actor() == null ? "" : e.actor().toString(),
                e.action(),
                e.objectKind(),
                e.objectId(),
                e.detail()));
    }

    private void line(List<String> cells) throws IOException {
        out.write(cells.stream().map(AuditCsv::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    static String cell(String text) {
        String safe = SafeCell.text(text);
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
