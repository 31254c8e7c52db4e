package org.qipan.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next key of the next page, null on the last one */
record ListPage(List<ListRow> rows, @Nullable String next) {

    /** Cuts the one row that was read to know whether there are more. */
    static ListPage of(List<ListRow> rows, int size) {
        if (rows.size() <= size) {
            return new ListPage(rows, null);
        }
        return new ListPage(
                List.copyOf(rows.subList(0, size)), rows.get(size - 1).key());
    }
}
