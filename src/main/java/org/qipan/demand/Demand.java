package org.qipan.demand;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.deadline.Deadlines;
import org.qipan.directory.Post;

/**
 * One thing asked of a unit. Its words are in {@link DemandView}.
 *
 * @param kind capability above that asks: {@code supervision}, {@code instruction}, {@code followup}, {@code care}, {@code advice}, {@code aid}
 * @param by post that asks; {@code to} the one that answers
 * @param due exclusive end of the time to answer in, null without a day
 * @param checked whether the one who asked accepts the answer
 * @param state {@code asked}, {@code answered} (waits to be accepted), {@code accepted} or {@code withdrawn}
 * @param returned how often an answer was sent back
 * @param answered when it last was, null until then
 */
public record Demand(
        UUID id,
        UUID caseId,
        String kind,
        UUID askedBy,
        Post by,
        Post to,
        Instant at,
        @Nullable Instant due,
        boolean checked,
        String state,
        int returned,
        @Nullable Instant answered,
        @Nullable Instant ended) {

    static Demand asked(UUID id, Demands.Asking asking, UUID by, Clock clock) {
        LocalDate until = asking.until();
        Instant due = until == null
                ? null
                : until.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        return new Demand(
                id,
                asking.caseId(),
                asking.kind(),
                by,
                asking.by(),
                asking.to(),
                clock.instant(),
                due,
                asking.checked(),
                "asked",
                0,
                null,
                null);
    }

    public boolean open() {
        return ended == null;
    }

    public boolean waits() {
        return state.equals("asked");
    }

    /** Last day to answer on, null without one. */
    public @Nullable LocalDate lastDay() {
        return due == null ? null : Deadlines.lastDay(due);
    }
}
