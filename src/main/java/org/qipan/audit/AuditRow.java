package org.qipan.audit;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A record as the page prints it; {@code seq} is its number in the chain, null until linked. */
record AuditRow(AuditEntry entry, @Nullable Long seq) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public OffsetDateTime at() {
        return OffsetDateTime.ofInstant(entry.at(), ZONE);
    }
}
