package org.qipan.feedback;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry.
 *
 * @param id its number, as people are told it
 * @param staff who wrote it
 * @param page see {@link PageAddress}
 * @param answer null until somebody answered, and {@code answeredAt}, {@code answeredBy} with it
 * @param seen whether the writer has seen the answer
 */
record FeedbackEntry(
        long id,
        UUID staff,
        String page,
        String text,
        Instant at,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        @Nullable UUID answeredBy,
        boolean seen) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    public boolean answered() {
        return answer != null;
    }

    /** Whether there is an answer its writer has not seen. */
    public boolean fresh() {
        return answered() && !seen;
    }

    public String written() {
        return MINUTE.format(at);
    }

    /** Empty while it waits. */
    public String answeredWhen() {
        return answeredAt == null ? "" : MINUTE.format(answeredAt);
    }
}
