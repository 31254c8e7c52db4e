package org.qipan.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of records, newest first; {@code next} is null on the last. */
record AuditPage(List<AuditRow> rows, @Nullable AuditCursor next) {}
