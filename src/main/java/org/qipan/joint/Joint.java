package org.qipan.joint;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Post;

/**
 * One unit asks another about an item.
 *
 * @param item of the unit that asks; {@code as} its post
 * @param due exclusive end of the time to answer in
 * @param to the post that answers
 * @param state {@code asked}, {@code answered}, {@code closed} (no longer waited for) or {@code withdrawn}
 * @param answer null until answered
 * @param reason why it is no longer waited for, null otherwise
 */
record Joint(
        UUID id,
        long item,
        UUID caseId,
        UUID askedBy,
        Post as,
        String question,
        Instant due,
        Instant at,
        Post to,
        String state,
        @Nullable String answer,
        @Nullable String reason) {

    boolean waits() {
        return state.equals("asked");
    }
}
