package org.qipan.casefile;

/** The subtree of an area as a range of statistical codes: 2-2-2-3-3 digits, zeros where a level ends. */
final class AreaRange {

    private AreaRange() {}

    /** The greatest code that can lie below this area, itself for a village. */
    static long last(long area) {
        for (long span : new long[] {10_000_000_000L, 100_000_000L, 1_000_000L, 1_000L}) {
            if (area % span == 0) {
                return area + span - 1;
            }
        }
        return area;
    }
}
