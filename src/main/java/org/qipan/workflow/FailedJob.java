package org.qipan.workflow;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the engine's work that failed until no try was left. Carries no text of the failure itself: such texts quote values.
 *
 * @param ref business key of the instance, null if the work belongs to none
 * @param process id of the model, null as above
 * @param model name of the model as drawn, or its id
 * @param step name of the element as drawn, or its id; empty if the work belongs to none
 * @param reason what went wrong, as far as the failure tells
 * @param failure name of the failure's class, for those who mend the program
 * @param at when the last try failed, null if the engine does not know
 */
public record FailedJob(
        String id,
        @Nullable String ref,
        @Nullable String process,
        String model,
        String step,
        Reason reason,
        String failure,
        @Nullable Instant at) {

    /** Why work fails, by what helps against it. */
    public enum Reason {
        /** Others changed the same rows at the same time. */
        CONTENDED,
        /** The database did not answer, or refused. */
        DATABASE,
        /** Something that the step needs is not there. */
        MISSING,
        /** The model asks for what the engine cannot do. */
        MODEL,
        OTHER;

        /** Last part of message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
