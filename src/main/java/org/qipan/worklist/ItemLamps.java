package org.qipan.worklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.qipan.deadline.Deadlines;
import org.qipan.deadline.LampView;
import org.springframework.stereotype.Component;

/** The lamp of an item. The list's filter asks the same question in SQL: column {@code soon} and {@link Deadlines#dueSoonUntil}. */
@Component
class ItemLamps {

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
    LampView of(WorkItem item) {
        return of(item.started(), item.created(), item.due(), item.paused());
    }
}
