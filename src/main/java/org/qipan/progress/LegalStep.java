package org.qipan.progress;

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
 * @param reason why it took longer, null if it did not
 * @param note what else he is to know of it in his language, for example when and where; null for nothing
 */
public record LegalStep(
        String key,
        State state,
        @Nullable LocalDate on,
        @Nullable LocalDate due,
        @Nullable String holder,
        String article,
        @Nullable String reason,
        @Nullable String note) {

    /** Of which nothing else is to be known. */
    public LegalStep(
            String key,
            State state,
            @Nullable LocalDate on,
            @Nullable LocalDate due,
            @Nullable String holder,
            String article,
            @Nullable String reason) {
        this(key, state, on, due, holder, article, reason, null);
    }

    /** From the first day to the last, which may be the same. */
    public static String days(LocalDate first, LocalDate last) {
        return first.equals(last) ? first.toString() : first + " – " + last;
    }

    /** How far it is. */
    public enum State {
        DONE,
        RUNNING,
        AHEAD
    }
}
