package org.qipan.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to look at an opinion again, as it is stored.
 *
 * @param asked when the reviewing unit received it
 * @param due exclusive end of its 30 days, moved on by a hearing
 * @param unit that reviews
 * @param state {@code asked}, {@code examining}, {@code signing}, {@code serving}, {@code closed} or {@code withdrawn}
 * @param ruling null before it is drafted
 * @param writer who drafted the opinion, null before
 * @param paper id of what was signed, null before
 * @param served day the paper reached the petitioner, null before
 * @param hearingFrom first day of a hearing (art. 36), null without one
 * @param hearingTo its last day
 */
record Review(
        UUID id,
        UUID complaint,
        Level level,
        Instant asked,
        Instant due,
        String unit,
        String state,
        @Nullable Ruling ruling,
        @Nullable String facts,
        @Nullable String opinion,
        @Nullable String basis,
        @Nullable UUID writer,
        @Nullable UUID signer,
        @Nullable Long paper,
        @Nullable LocalDate served,
        @Nullable LocalDate hearingFrom,
        @Nullable LocalDate hearingTo,
        @Nullable Instant closed) {

    boolean running() {
        return closed == null;
    }

    /** Nothing is signed yet. */
    boolean withdrawable() {
        return running() && paper == null;
    }

    /** What it looked at does not stand any more. */
    boolean quashed() {
        return state.equals("closed") && ruling != null && ruling.quashes();
    }

    /** Whether it used up the right to ask on its level: one that was withdrawn or not accepted did not. */
    boolean counts() {
        return !state.equals("withdrawn") && ruling != Ruling.DECLINED;
    }
}
