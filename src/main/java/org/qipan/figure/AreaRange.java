package org.qipan.figure;

/**
 * The statistical codes of an area and everything below it, both ends included. The trailing zeros of a twelve-digit code tell its level:
 * 2, 4, 6, 9 or 12 digits count.
 */
public record AreaRange(long from, long to) {

    private static final long[] STEPS = {10_000_000_000L, 100_000_000L, 1_000_000L, 1_000L, 1L};

    public static AreaRange of(long area) {
        for (long step : STEPS) {
            if (area % step == 0) {
                return new AreaRange(area, area + step - 1);
            }
        }
        throw new IllegalStateException();
    }

    /** Of the area that a unit code stands for; a department's code begins with the code of its area. */
    public static AreaRange of(String unit) {
        return of(Long.parseLong(unit.substring(0, Math.min(12, unit.length()))));
    }

    public boolean contains(AreaRange other) {
        return from <= other.from && other.to <= to;
    }
}
