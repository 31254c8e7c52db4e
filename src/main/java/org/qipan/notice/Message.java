package org.qipan.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the outbox.
 *
 * @param kind {@code danger}, {@code digest} or {@code trial}
 * @param key what it tells of: the same is told a person once by a channel
 * @param item what a danger is about, null otherwise
 * @param text figures and dates, never a name or a word of a case
 */
record Message(
        UUID id,
        UUID staff,
        String kind,
        String channel,
        String key,
        @Nullable Long item,
        String language,
        String text,
        Instant made,
        int attempts) {

    static final String DANGER = "danger";
    static final String DIGEST = "digest";
    static final String TRIAL = "trial";

    boolean danger() {
        return kind.equals(DANGER);
    }
}
