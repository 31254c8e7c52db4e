package org.qipan.pause;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.progress.LegalStep;

/**
 * 听证 of a matter.
 *
 * @param day it was announced for
 * @param invited who takes part, by what they are and not by name
 * @param state {@code announced}, {@code held} or {@code off}
 * @param first and {@code last}: its days, null until it was held
 * @param record what came of it, or why it was called off; null before
 */
record Hearing(
        UUID id,
        UUID complaint,
        LocalDate day,
        String place,
        String subject,
        String invited,
        String state,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        @Nullable String record) {

    /** The day it is announced for, or those on which it was held. */
    public String days() {
        return first == null || last == null ? day.toString() : LegalStep.days(first, last);
    }

    public boolean announced() {
        return state.equals("announced");
    }
}
