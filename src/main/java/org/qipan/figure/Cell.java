package org.qipan.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A cell. Screen, print and workbook all show {@link #text}.
 *
 * @param value null if nobody recorded anything, or a rate has nothing to be a rate of
 * @param text empty for blank, — for an undefined rate, else every digit that is shown
 */
public record Cell(@Nullable BigDecimal value, String text) {

    /** Nothing was recorded, which is not 0. */
    public static final Cell BLANK = new Cell(null, "");

    /** A rate of nothing. */
    public static final Cell UNDEFINED = new Cell(null, "—");

    static Cell of(BigDecimal value, int decimals) {
        BigDecimal shown = value.setScale(decimals, RoundingMode.HALF_UP);
        return new Cell(shown, shown.toPlainString());
    }

    public boolean blank() {
        return text.isEmpty();
    }
}
