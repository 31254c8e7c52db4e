package org.qipan.enquiry;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Post;

/**
 * A letter of enquiry.
 *
 * @param id of the letter and of its own case
 * @param complaint the matter it is asked for: for the side that asks, never for the one that is asked
 * @param number of the letter, which is no number of the matter
 * @param from the post that asks, {@code to} the one that is asked
 * @param due exclusive end
 * @param answer null until it came, as {@code answered}
 * @param withdrawn why it was taken back, for the side that asks; null if it was not
 */
record Enquiry(
        UUID id,
        UUID complaint,
        @Nullable String number,
        UUID askedBy,
        Post from,
        Post to,
        String question,
        Instant at,
        Instant due,
        @Nullable String answer,
        @Nullable Instant answered,
        @Nullable String withdrawn) {

    /** Whether it still waits for its answer. */
    boolean waits() {
        return answer == null && withdrawn == null;
    }
}
