package org.qipan.audit;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A record as the page prints it; {@code seq} is its number in the chain, null until linked. */
record AuditRow(AuditEntry entry, @Nullable Long seq) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    LocalDateTime at() {
        return LocalDateTime.ofInstant(entry.at(), ZONE);
    }
}
