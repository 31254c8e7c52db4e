package org.qipan.complaint;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.qipan.course.Kind;
import org.qipan.course.Route;

/**
 * What an officer decided when he sorted a matter.
 *
 * @param title in neutral words, as lists show it
 * @param digest in neutral words, as handling units read it
 * @param lead unit that handles it or gets it, null where the petitioner is shown another way
 * @param reason what the petitioner is told: why, and where to go
 * @param reportBack day by which an entrusted unit reports, null otherwise
 * @param sealed the digest goes into the vault
 */
record Sorted(
        Kind kind,
        Route route,
        @Nullable Long subject,
        String title,
        String digest,
        @Nullable String lead,
        @Nullable String reason,
        @Nullable LocalDate reportBack,
        boolean sealed) {}
