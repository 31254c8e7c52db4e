package org.qipan.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qipan.deadline.Deadlines;

/**
 * What the workbench shows of a person's work; counts stop at 100.
 *
 * @param today due today or late, the first few
 * @param week due in the next seven days, the first few
 * @param toRead unread copies
 * @param latest what he did last
 * @param nextDue when the next item is due if nothing is due today, null if none
 */
public record Today(
        List<ListRow> today,
        int dueToday,
        List<ListRow> week,
        int dueThisWeek,
        int toRead,
        List<ListRow> latest,
        @Nullable Instant nextDue) {

    /** The next due day as a person reads it, empty without one. */
    public String nextDay() {
        return nextDue == null ? "" : Deadlines.lastDay(nextDue).toString();
    }
}
