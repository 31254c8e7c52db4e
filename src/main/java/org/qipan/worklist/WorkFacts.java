package org.qipan.worklist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Said;

/**
 * What a capability knows about a task when it is created; the rest (number, title) comes from the case file.
 *
 * @param caseId the case the task belongs to
 * @param subject what the task is about within the case, for example the name of the stage; null if the case says it all
 * @param stage id of the campaign stage, null outside campaigns
 * @param due exclusive end (start of the day after the last), null without a clock
 * @param started when the clock began; needed for the lamp, null without a clock
 * @param paused the clock stands still
 * @param blocked waits for others; shown, but cannot be completed yet
 * @param claim whether a person must sign for it first (签收), because a clock hangs on it
 * @param returned it came back to be changed; shown beside the lamp, whatever the date
 * @param danger somebody may come to harm: whoever is to do it is told at once
 */
public record WorkFacts(
        UUID caseId,
        @Nullable Said subject,
        @Nullable Long stage,
        @Nullable Instant due,
        @Nullable Instant started,
        boolean paused,
        boolean blocked,
        boolean claim,
        boolean returned,
        boolean danger) {

    /** As usual: people named what it is about, and there is no danger. */
    public WorkFacts(
            UUID caseId,
            @Nullable String subject,
            @Nullable Long stage,
            @Nullable Instant due,
            @Nullable Instant started,
            boolean paused,
            boolean blocked,
            boolean claim,
            boolean returned) {
        this(
                caseId,
                subject == null ? null : Said.typed(subject),
                stage,
                due,
                started,
                paused,
                blocked,
                claim,
                returned,
                false);
    }
}
