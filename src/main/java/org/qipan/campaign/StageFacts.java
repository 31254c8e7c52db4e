package org.qipan.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.worklist.WorkFacts;

/**
 * What is known of a task of a stage when it is created.
 *
 * @param unit code of the unit whose part it is, null for the stage itself
 * @param extendedTo what an extension made of the clock of this part, null without one
 */
record StageFacts(
        UUID campaign,
        @Nullable String unit,
        String name,
        long stage,
        LocalDate opens,
        LocalDate closes,
        boolean paused,
        int openLower,
        boolean returned,
        @Nullable Instant extendedTo) {
    /** The stage's end, or what an extension made of it for this unit. */
    private Instant due() {
        Instant end = Stages.end(closes);
        return extendedTo != null && extendedTo.isAfter(end) ? extendedTo : end;
    }

    WorkFacts facts(String subject, boolean blocks) {
        return new WorkFacts(
                campaign, subject, stage, due(), Stages.start(opens), paused, blocks && openLower > 0, false, returned);
    }
}
