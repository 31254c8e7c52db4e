package org.qipan.reception;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A matter on a day.
 *
 * @param came whether the petitioner came, null until it is noted
 * @param followup demand that came of it, null without
 */
record Visit(
        UUID id,
        UUID day,
        UUID complaint,
        LocalDate on,
        @Nullable Boolean came,
        @Nullable UUID followup) {}
