package org.qipan.desk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list begins: after the row with this moment and id. It stands in the address, so going back shows the same rows.
 *
 * @param moment as PostgreSQL reads it, {@code -infinity} before the first row
 */
record PageKey(String moment, long id) {

    static final PageKey FIRST = new PageKey("-infinity", 0);
    /** For lists that run from the newest to the oldest. */
    static final PageKey NEWEST = new PageKey("infinity", Long.MAX_VALUE);

    private static final Pattern SHAPE = Pattern.compile("(infinity|\\d{1,18})_(\\d{1,19})");

    /** Reads {@code microseconds_id}; anything else is the start of the list. */
    static PageKey of(@Nullable String text, PageKey start) {
        Matcher matcher = SHAPE.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            return start;
        }
        try {
            long id = Long.parseLong(matcher.group(2));
            if (matcher.group(1).equals("infinity")) {
                return new PageKey("infinity", id);
            }
            long micros = Long.parseLong(matcher.group(1));
            var instant = java.time.Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
            return new PageKey(instant.toString(), id);
        } catch (NumberFormatException e) {
            return start;
        }
    }

    /** @param moment null for infinity */
    static String text(java.time.@Nullable Instant moment, long id) {
        String first = moment == null
                ? "infinity"
                : String.valueOf(moment.getEpochSecond() * 1_000_000 + moment.getNano() / 1_000);
        return first + "_" + id;
    }
}
