package org.qipan.gazetteer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of units on its way in.
 *
 * @param state reading, ready, applying, applied, discarded or failed
 * @param reason message key, when it failed as a whole
 */
record UnitImport(
        UUID id,
        String file,
        Instant startedAt,
        String state,
        @Nullable String reason,
        @Nullable String encoding,
        long bytes,
        long bytesRead,
        int added,
        int changed,
        int unchanged,
        int bad) {

    public boolean running() {
        return "reading".equals(state) || "applying".equals(state);
    }

    public boolean ready() {
        return "ready".equals(state);
    }

    public boolean anything() {
        return added + changed > 0;
    }

    public int percent() {
        return bytes == 0 ? 0 : (int) Math.min(100, bytesRead * 100 / bytes);
    }

    /** A row that was not taken: message key of the column is {@code gazetteer.import.column.<field>}. */
    record Fault(int line, String field, String reason, String value) {}
}
