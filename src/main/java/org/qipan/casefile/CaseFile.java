package org.qipan.casefile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every aggregate shares; the aggregate has the same id.
 *
 * @param kind the capability: {@code campaign}, {@code complaint} …
 * @param number 文号 or 受理编号, given late and gap-free; null until then
 * @param unit code of the unit that answers for the case
 * @param area its area, for ranges
 * @param ownerArea county, or prefecture without counties
 * @param startedBy null if a resident brought it himself
 */
public record CaseFile(
        UUID id,
        String kind,
        @Nullable String number,
        String title,
        String unit,
        long area,
        long ownerArea,
        @Nullable UUID startedBy,
        Instant opened,
        @Nullable Instant closed) {}
