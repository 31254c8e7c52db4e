package org.qipan.complaint;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One legal step as the petitioner reads it.
 *
 * @param key message key of what is done
 * @param on day it was done, null while it is not
 * @param due last day, null without a clock
 * @param holder words of the post that holds it; never a name
 * @param article message key of the article it rests on
 * @param reason what is to be said of it, as why it took longer or when it was held; null if nothing
 */
public record LegalStep(
        String key,
        State state,
        @Nullable LocalDate on,
        @Nullable LocalDate due,
        @Nullable String holder,
        String article,
        @Nullable String reason) {

    /** How far it is. */
    public enum State {
        DONE,
        RUNNING,
        AHEAD
    }
}
