package org.qipan.supervision;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A matter under supervision.
 *
 * @param id that of the demand the handling unit answers
 * @param unit level that supervises
 * @param listed since when it is on the list by a leader's decision (挂牌), null if it is not
 * @param lifted when it was taken off, null while it runs
 * @param why it was taken off
 */
record Supervision(
        UUID id,
        UUID complaint,
        String unit,
        Ground ground,
        @Nullable Instant listed,
        @Nullable String listedRole,
        @Nullable Instant lifted,
        @Nullable String why) {

    boolean runs() {
        return lifted == null;
    }
}
