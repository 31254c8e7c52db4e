package org.qipan.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the reader asks for; an empty field means any. Days are those of Asia/Shanghai, both included. */
record AuditFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String actor,
        @Nullable String action,
        @Nullable String kind,
        @Nullable String object) {

    AuditFilter startingAt(LocalDate first) {
        return from == null ? new AuditFilter(first, to, actor, action, kind, object) : this;
    }
}
