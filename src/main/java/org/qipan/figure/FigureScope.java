package org.qipan.figure;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a figure covers.
 *
 * @param within code of the unit whose area is covered
 * @param campaign only what was done for this campaign; null for all work
 * @param from first day, null without limit
 * @param to last day, null without limit
 */
public record FigureScope(
        String within,
        @Nullable UUID campaign,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public FigureScope in(String unit) {
        return new FigureScope(unit, campaign, from, to);
    }
}
