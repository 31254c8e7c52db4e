package org.qipan.deadline;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a term stands still (停计). The day it begins is left out, the day it ends counts again.
 *
 * @param from when the clock was stopped
 * @param to when it went on, null while it still stands
 */
public record Pause(Instant from, @Nullable Instant to) {

    public Pause {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("A pause ends after it begins");
        }
    }

    boolean open() {
        return to == null;
    }

    /** An open pause covers today too: what is left cannot shrink before the clock goes on. */
    boolean covers(LocalDate day, LocalDate today) {
        LocalDate end = to == null ? today.plusDays(1) : Term.dayOf(to);
        return !day.isBefore(Term.dayOf(from)) && day.isBefore(end);
    }
}
