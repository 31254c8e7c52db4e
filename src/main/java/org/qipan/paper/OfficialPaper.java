package org.qipan.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on an official paper, in the order of GB/T 9704. All words come from the caller, also the fixed ones.
 *
 * @param issuer unit in whose name it goes out: in the head, and over the date
 * @param number 发文字号, null where the paper has none
 * @param addressee with its colon, null where the paper has none
 * @param rows a table after the body, empty for none
 * @param attachments lines after the body, empty for none
 * @param date as it is printed; null leaves the place of signature away
 * @param seal word at the place of the seal, which the seal covers
 * @param foot small lines under the text of every page: what the paper can be checked by, and whose copy it is
 */
public record OfficialPaper(
        String issuer,
        @Nullable String number,
        String title,
        @Nullable String addressee,
        List<Line> body,
        List<Row> rows,
        List<String> attachments,
        @Nullable String date,
        String seal,
        List<String> foot) {

    /** A paragraph of the body. @param heading a heading of the first level, which has a type of its own */
    public record Line(String text, boolean heading) {}

    /** A row of the table. */
    public record Row(String label, String text) {}

    /** Paragraphs of a text that somebody typed; empty lines are left out. */
    public static List<Line> lines(String typed) {
        return typed.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> new Line(line, false))
                .toList();
    }
}
