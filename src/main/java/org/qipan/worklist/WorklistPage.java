package org.qipan.worklist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next key of the next page, null on the last one */
record WorklistPage(List<WorklistRow> rows, @Nullable String next) {

    /** Cuts the one row that was read to know whether there are more. */
    static WorklistPage of(List<WorklistRow> rows, int size) {
        if (rows.size() <= size) {
            return new WorklistPage(rows, null);
        }
        return new WorklistPage(
                List.copyOf(rows.subList(0, size)), rows.get(size - 1).key());
    }
}
