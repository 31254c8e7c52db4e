package org.qipan.service;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Directory;
import org.qipan.spreadsheet.SafeCell;
import org.springframework.stereotype.Component;

/** Writes records out, with the columns that can be imported again. No clock times, nobody's name. */
@Component
class RecordExport {

    static final int MOST = 50_000;
    private static final String[] HEADINGS = {
        "day", "unit", "unitName", "kind", "quantity", "secondQuantity", "grid", "note"
    };

    private final ServiceCatalogue catalogue;
    private final RecordTexts texts;
    private final Directory directory;

    RecordExport(ServiceCatalogue catalogue, RecordTexts texts, Directory directory) {
        this.catalogue = catalogue;
        this.texts = texts;
        this.directory = directory;
    }

    void csv(List<WorkRecord> records, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        // spreadsheets read UTF-8 only if the file says so
        writer.write('\uFEFF');
        for (List<String> line : lines(records)) {
            writer.write(String.join(",", line.stream().map(SafeCell::quoted).toList()));
            writer.write("\r\n");
        }
        writer.flush();
    }

    void workbook(List<WorkRecord> records, OutputStream out) throws IOException {
        try (var book = new SXSSFWorkbook(200)) {
            var sheet = book.createSheet();
            int number = 0;
            for (List<String> line : lines(records)) {
                var row = sheet.createRow(number);
                for (int i = 0; i < line.size(); i++) {
                    String text = line.get(i);
                    boolean counted = number > 0 && (i == 4 || i == 5) && !text.isEmpty();
                    if (counted) {
                        row.createCell(i).setCellValue(new BigDecimal(text).doubleValue());
                    } else if (!text.isEmpty()) {
                        row.createCell(i).setCellValue(SafeCell.text(text));
                    }
                }
                number++;
            }
            book.write(out);
        }
    }

    private List<List<String>> lines(List<WorkRecord> records) {
        Map<String, ServiceKind> kinds = new LinkedHashMap<>();
        catalogue.all().forEach(kind -> kinds.put(kind.key(), kind));
        Map<String, String> names = new LinkedHashMap<>();
        List<List<String>> lines = new java.util.ArrayList<>();
        lines.add(java.util.Arrays.stream(HEADINGS)
                .map(heading -> texts.text("service.column." + heading))
                .toList());
        for (WorkRecord record : records) {
            ServiceKind kind = kinds.get(record.kind());
            int decimals = kind == null ? 2 : kind.decimals();
            BigDecimal second = record.secondQuantity();
            lines.add(List.of(
                    record.day().toString(),
                    record.unit(),
                    names.computeIfAbsent(record.unit(), directory::name),
                    texts.text("service.kind." + record.kind()),
                    RecordTexts.number(record.quantity(), decimals),
                    second == null ? "" : RecordTexts.number(second, 0),
                    text(record.grid()),
                    text(record.note())));
        }
        return lines;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
