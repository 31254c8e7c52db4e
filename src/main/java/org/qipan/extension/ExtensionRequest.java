package org.qipan.extension;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.deadline.Deadlines;
import org.qipan.directory.Post;

/**
 * Somebody asks for more time.
 *
 * @param item whose clock it is
 * @param as the post of the item, in which it was asked
 * @param from due moment when it was asked; {@code to} the one asked for: exclusive ends, as everywhere
 * @param approver the post that decides
 * @param state {@code asked}, {@code approved}, {@code refused} or {@code withdrawn}
 * @param remark of the one who decided, null until then or without one
 */
record ExtensionRequest(
        UUID id,
        long item,
        UUID caseId,
        UUID askedBy,
        Post as,
        String reason,
        Instant from,
        Instant to,
        Instant at,
        Post approver,
        String state,
        @Nullable String remark) {

    boolean waits() {
        return state.equals("asked");
    }

    LocalDate fromDay() {
        return Deadlines.lastDay(from);
    }

    LocalDate toDay() {
        return Deadlines.lastDay(to);
    }
}
