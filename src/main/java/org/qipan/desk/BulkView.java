package org.qipan.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many rows at once: what would happen, or what did.
 *
 * @param act {@code read} or {@code urge}
 * @param done whether it happened; else this is the look beforehand
 * @param ready rows it can be done with, or was done with
 * @param refused rows left alone, each with its reason
 * @param more whether there are more than one run takes
 * @param ids of the ready rows, as a form sends them
 * @param filter the list it started from
 */
record BulkView(
        String act, boolean done, List<Line> ready, List<Line> refused, boolean more, String ids, ListFilter filter) {

    /** @param reason message key, null for a row that is ready */
    record Line(
            long id,
            String text,
            @Nullable String place,
            @Nullable String reason) {}

    /** Address of the list. */
    public String back() {
        return filter.url(null);
    }

    public String action() {
        return "read".equals(act) ? "/worklist/reading" : "/worklist/urging";
    }

    /** Most rows of one run. */
    public int most() {
        return Bulk.MOST;
    }
}
