package org.qipan.notice;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a person at the hour of his digest, and what of it is new to him.
 *
 * @param open items he can work on, those of people he stands in for among them
 * @param nearest last day of the first that has a clock, null if none has
 * @param fresh what came since the last digest and is still there
 */
record Waiting(int open, @Nullable LocalDate nearest, Map<Figure, Integer> fresh) {

    /** In the order of the sentences. */
    enum Figure {
        ARRIVED(NoticeKind.ARRIVED),
        RETURNED(NoticeKind.RETURNED),
        URGED(NoticeKind.URGED),
        SOON(NoticeKind.DUE),
        LATE(NoticeKind.DUE),
        PROBLEM(NoticeKind.PROBLEM),
        SUPERVISED(NoticeKind.SUPERVISED),
        COPY(NoticeKind.COPY),
        /** Came to the mailbox of his desk, and nobody has decided what it is. */
        MAIL(NoticeKind.ARRIVED),
        SUBSTITUTION(NoticeKind.SUBSTITUTION);

        private final NoticeKind kind;

        Figure(NoticeKind kind) {
            this.kind = kind;
        }

        /** Column of the statement and last part of a message key. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What of it a person wants to hear of; empty if there is nothing to tell. */
    Map<Figure, Integer> wanted(Set<NoticeKind> off) {
        Map<Figure, Integer> wanted = new EnumMap<>(Figure.class);
        fresh.forEach((figure, count) -> {
            if (count > 0 && !off.contains(figure.kind)) {
                wanted.put(figure, count);
            }
        });
        return wanted;
    }
}
