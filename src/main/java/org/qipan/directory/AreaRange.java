package org.qipan.directory;

/**
 * The statistical codes of an area and everything below it. Chinese area codes are nested: a province has two digits that matter, a
 * prefecture four, a county six, a township nine, a village all twelve.
 *
 * @param from first code, the area itself
 * @param to last code, included
 */
public record AreaRange(long from, long to) {

    private static final AreaRange COUNTRY = new AreaRange(0, 999_999_999_999L);
    private static final int[] DIGITS = {2, 4, 6, 9};
    private static final int LENGTH = 12;

    /** The range of a unit's area; a department serves the area of the unit it belongs to. The empty code is the whole country. */
    public static AreaRange of(String code) {
        if (code.isEmpty()) {
            return COUNTRY;
        }
        String area = code.length() > LENGTH ? code.substring(0, LENGTH) : code;
        long from = Long.parseLong(area);
        for (int digits : DIGITS) {
            long step = power(LENGTH - digits);
            if (from % step == 0) {
                return new AreaRange(from, from + step - 1);
            }
        }
        return new AreaRange(from, from);
    }

    public boolean holds(long area) {
        return area >= from && area <= to;
    }

    /** Whether the other lies in this one, or is it. */
    public boolean contains(AreaRange other) {
        return from <= other.from && other.to <= to;
    }

    private static long power(int zeros) {
        long power = 1;
        for (int i = 0; i < zeros; i++) {
            power *= 10;
        }
        return power;
    }
}
