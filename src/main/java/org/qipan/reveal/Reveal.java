package org.qipan.reveal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request to see who a petitioner is.
 *
 * @param desk code of the unit whose complaint officers have the matter
 * @param words why, as the asker wrote it
 * @param decidedBy never the one who asked; null while nobody has decided
 * @param reason of the one who decided
 * @param until first moment at which the asker may not look any more, null unless granted
 * @param looks how often he looked
 */
record Reveal(
        UUID id,
        UUID caseId,
        String desk,
        Purpose purpose,
        String words,
        State state,
        UUID askedBy,
        Instant askedAt,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable Instant until,
        int looks) {

    /** How far it is. */
    enum State {
        ASKED,
        GRANTED,
        REFUSED,
        /** Nobody decided while the matter lasted. */
        OVER
    }

    boolean open() {
        return state == State.ASKED;
    }

    boolean runs(Instant now) {
        return until != null && now.isBefore(until);
    }
}
