package org.qipan.feedback;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qipan.page.Texts;
import org.qipan.spreadsheet.SafeCell;

/** Entries as CSV that a spreadsheet opens without running anything it finds in them. */
final class FeedbackCsv {

    /** Spreadsheets take UTF-8 for what it is only with this mark in front. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Writer out;
    private final FeedbackWriters writers;

    FeedbackCsv(Writer out, FeedbackWriters writers, Texts texts) throws IOException {
        this.out = out;
        this.writers = writers;
        out.write(BYTE_ORDER_MARK);
        line(Stream.of("number", "at", "name", "posts", "page", "text", "answer", "answered-at", "answered-by")
                .map(column -> texts.text("feedback.column." + column))
                .toList());
    }

    void row(FeedbackEntry entry) throws IOException {
        FeedbackWriters.Writer writer = writers.of(entry.staff());
        line(List.of(
                String.valueOf(entry.id()),
                entry.written(),
                writer.name(),
                writer.posts(),
                entry.page(),
                entry.text(),
                Objects.requireNonNullElse(entry.answer(), ""),
                entry.answeredWhen(),
                writers.of(entry.answeredBy()).name()));
    }

    private void line(List<String> cells) throws IOException {
        out.write(cells.stream().map(SafeCell::quoted).collect(Collectors.joining(",", "", "\r\n")));
    }
}
