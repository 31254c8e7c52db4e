package org.qipan.followup;

import java.time.Instant;
import java.util.UUID;

/**
 * One follow-up.
 *
 * @param desk unit whose complaint officers ask
 * @param term version of the term its clock was set by
 * @param due exclusive end
 * @param tries how often he was not reached
 * @param state {@code open}, {@code reached}, {@code unreached}, {@code declined}, {@code rated}, or {@code over} where there is nothing to ask about any more
 */
record FollowUp(
        UUID id, UUID complaint, String desk, long term, Instant started, Instant due, int tries, String state) {

    boolean open() {
        return state.equals("open");
    }
}
