package org.qipan.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as it is named on one day.
 *
 * @param code never reused: twelve digits for an area ({@code 442000007000}), with a suffix for departments ({@code 442000007000-03})
 * @param name full name with 村/社区, as officials write it
 * @param parent code of the unit above, null for a province
 * @param area statistical code of the area the unit serves; the subtree of an area is a range of these
 * @param validTo first day on which the unit no longer exists, null while it does
 */
public record Unit(
        String code,
        String name,
        UnitKind kind,
        @Nullable String parent,
        long area,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {}
