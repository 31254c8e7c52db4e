package org.qipan.annual;

import java.util.List;

/**
 * Counts of one whole that may be printed beside its sum. From 1 to 4 they would tell of somebody and are hidden; and as many others with
 * them as it takes for the sum to give none of them away.
 */
final class SmallCounts {

    static final long LEAST = 5;
    static final String HIDDEN = "*";

    private SmallCounts() {}

    /** One count that stands in no sum. */
    static String of(long count) {
        return small(count) ? HIDDEN : Long.toString(count);
    }

    /** The parts of a whole, in their order. */
    static List<String> parts(List<Long> counts) {
        boolean[] hidden = new boolean[counts.size()];
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = small(counts.get(i));
        }
        boolean more = true;
        while (more && tells(counts, hidden)) {
            more = hideNext(counts, hidden);
        }
        return java.util.stream.IntStream.range(0, hidden.length)
                .mapToObj(i -> hidden[i] ? HIDDEN : Long.toString(counts.get(i)))
                .toList();
    }

    /** Hidden ones can be worked out from the sum if there is but one, and nearly so if together they are fewer than five. */
    private static boolean tells(List<Long> counts, boolean[] hidden) {
        long sum = 0;
        int many = 0;
        for (int i = 0; i < hidden.length; i++) {
            if (hidden[i]) {
                sum += counts.get(i);
                many++;
            }
        }
        return many == 1 || many > 1 && sum < LEAST;
    }

    /** The smallest of what is left goes too; false if nothing is. */
    private static boolean hideNext(List<Long> counts, boolean[] hidden) {
        int next = -1;
        for (int i = 0; i < hidden.length; i++) {
            if (!hidden[i] && counts.get(i) > 0 && (next < 0 || counts.get(i) < counts.get(next))) {
                next = i;
            }
        }
        if (next < 0) {
            return false;
        }
        hidden[next] = true;
        return true;
    }

    private static boolean small(long count) {
        return count > 0 && count < LEAST;
    }
}
