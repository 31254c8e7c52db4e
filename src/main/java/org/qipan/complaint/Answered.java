package org.qipan.complaint;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A matter as a capability above sees it that asks how it was answered.
 *
 * @param desk unit whose complaint officers have it
 * @param concerned unit it complains of, null if none was named by its code
 * @param over the petitioner withdrew it
 * @param opinion that was served on him in the petition procedure (信访工作条例 art. 31 (6)); null without one
 */
public record Answered(
        UUID id,
        String desk,
        @Nullable String concerned,
        boolean over,
        @Nullable Opinion opinion) {

    /**
     * A written opinion.
     *
     * @param paper its id; a later one has a greater
     * @param unit that answers for it: the one whose head signed it
     * @param served day from which the petitioner's terms run
     * @param writers who wrote it and who signed it
     */
    public record Opinion(long paper, String unit, LocalDate served, Set<UUID> writers) {}
}
