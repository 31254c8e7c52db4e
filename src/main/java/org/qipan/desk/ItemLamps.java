package org.qipan.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.qipan.deadline.Deadlines;
import org.qipan.deadline.LampView;
import org.qipan.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** The lamp of an item. The list's filter asks the same question in SQL: column {@code soon} and {@link Deadlines#dueSoonUntil}. */
@Component
public class ItemLamps {

    private final Deadlines deadlines;

    ItemLamps(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** Null where no clock runs. */
    @Nullable
    LampView of(@Nullable Instant started, Instant created, @Nullable Instant due, boolean paused) {
        if (paused) {
            return deadlines.paused();
        }
        return due == null ? null : deadlines.lamp(started == null ? created : started, due);
    }

    @Nullable
    public LampView of(WorkItem item) {
        return of(item.started(), item.created(), item.due(), item.paused());
    }
}
