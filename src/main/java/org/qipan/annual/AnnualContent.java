package org.qipan.annual;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an annual report says, ready to print: small counts are gone already, so that nothing else is ever stored of them.
 *
 * @param through last day it counts, 2026-12-31 or that of the draft
 */
record AnnualContent(String unit, int year, String through, List<Section> sections) {

    /** @param key last part of message {@code annual.section.*} @param columns last parts of {@code annual.column.*} */
    record Section(String key, List<String> columns, List<Row> rows) {}

    /** @param label message key of the first column, null where {@code name} says it */
    record Row(@Nullable String label, @Nullable String name, List<String> cells) {

        static Row of(String label, String... cells) {
            return new Row(label, null, List.of(cells));
        }
    }
}
