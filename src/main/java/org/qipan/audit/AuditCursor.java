package org.qipan.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last row of a page; the next page starts below it. Written into addresses as microseconds and id. */
record AuditCursor(Instant at, long id) {

    static Optional<AuditCursor> parse(@Nullable String text) {
        if (text == null || !text.matches("\\d{1,16}-\\d{1,18}")) {
            return Optional.empty();
        }
        int dash = text.indexOf('-');
        return Optional.of(new AuditCursor(
                Instant.EPOCH.plus(Long.parseLong(text.substring(0, dash)), ChronoUnit.MICROS),
                Long.parseLong(text.substring(dash + 1))));
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
    }
}
