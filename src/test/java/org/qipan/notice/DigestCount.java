package org.qipan.notice;

import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** What a digest would count for a person, for tests of other modules. */
public final class DigestCount {

    private DigestCount() {}

    /** Open items, and what is new to read. */
    public static int of(ApplicationContext context, UUID staff, Instant now) {
        Waiting waiting = context.getBean(WaitingWork.class).of(staff, Instant.EPOCH, now);
        return waiting.open()
                + waiting.fresh().entrySet().stream()
                        .filter(one -> one.getKey() != Waiting.Figure.SUBSTITUTION)
                        .mapToInt(java.util.Map.Entry::getValue)
                        .sum();
    }
}
