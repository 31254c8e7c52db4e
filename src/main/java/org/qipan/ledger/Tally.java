package org.qipan.ledger;

/**
 * A count that tells of nobody: from 1 to 4 it says "fewer than five", and a sum of such counts says only what it is at least, or the small
 * one could be worked out from it.
 *
 * @param count of what may be told; for a small count 0
 * @param small how many small counts are in it
 */
record Tally(long count, int small) {

    static final long LEAST = 5;
    static final Tally NONE = new Tally(0, 0);

    static Tally of(long count) {
        return count > 0 && count < LEAST ? new Tally(0, 1) : new Tally(count, 0);
    }

    Tally plus(Tally other) {
        return new Tally(count + other.count, small + other.small);
    }

    /** As it is printed: a number, {@code <5}, or {@code ≥} and what it is at least. */
    public String text() {
        if (small == 0) {
            return Long.toString(count);
        }
        return count == 0 && small == 1 ? "<" + LEAST : "≥" + (count + small);
    }

    boolean nothing() {
        return count == 0 && small == 0;
    }
}
