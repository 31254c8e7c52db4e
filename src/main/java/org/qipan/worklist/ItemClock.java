package org.qipan.worklist;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When the lamp of an item turns yellow. */
@Component
class ItemClock {

    private static final Duration TWO_DAYS = Duration.ofDays(2);

    /** The moment from which little is left: a fifth of the time, or two days. */
    @Nullable
    Instant soon(@Nullable Instant started, @Nullable Instant due) {
        if (due == null) {
            return null;
        }
        Duration fifth = started == null ? Duration.ZERO : Duration.between(started, due).dividedBy(5);
        return due.minus(fifth.compareTo(TWO_DAYS) > 0 ? fifth : TWO_DAYS);
    }
}
