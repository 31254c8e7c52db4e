package org.qipan.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column: one measure, or a rate of two.
 *
 * @param label message key of the heading
 * @param unit unit of measure; {@code percent} for rates
 * @param part numerator of a rate, or the measure itself
 * @param whole denominator, null if the column is no rate
 * @param ofPersons whether small values must not be published
 */
public record Column(
        String key,
        String label,
        String unit,
        int decimals,
        String part,
        @Nullable String whole,
        boolean ofPersons) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Column of(Measure measure) {
        return new Column(
                measure.key().replace('.', '-'),
                measure.label(),
                measure.unit(),
                measure.decimals(),
                measure.key(),
                null,
                measure.ofPersons());
    }

    static Column rate(String key, String label, Measure part, Measure whole) {
        return new Column(key, label, "percent", 2, part.key(), whole.key(), part.ofPersons() || whole.ofPersons());
    }

    public boolean rate() {
        return whole != null;
    }

    /** The measures it is made of. */
    public List<String> measures() {
        return whole == null ? List.of(part) : List.of(part, whole);
    }

    /** Works out a cell from the sums of a row. A rate may exceed 100: it is shown, not capped. */
    Cell cell(Map<String, BigDecimal> sums) {
        @Nullable BigDecimal value = sums.get(part);
        if (whole == null) {
            return value == null ? Cell.BLANK : Cell.of(value, decimals);
        }
        @Nullable BigDecimal of = sums.get(whole);
        if (of == null) {
            return Cell.BLANK;
        }
        if (of.signum() == 0) {
            return Cell.UNDEFINED;
        }
        // a denominator without a numerator is a rate of 0: the act was due and nobody did it
        BigDecimal counted = value == null ? BigDecimal.ZERO : value;
        return Cell.of(counted.multiply(HUNDRED).divide(of, decimals, RoundingMode.HALF_UP), decimals);
    }
}
