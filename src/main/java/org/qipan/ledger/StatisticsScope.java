package org.qipan.ledger;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.qipan.desk.Desk;
import org.qipan.directory.AreaRange;

/**
 * What a reader's figures are counted over: the list whose rows they are, and its areas.
 *
 * @param areas each with all below it; that of the desk where the list is a desk's
 */
record StatisticsScope(LedgerScope list, List<AreaRange> areas) {

    /** How many codes an area holds, by level. */
    private static final long[] SPANS = {100_000_000, 1_000_000, 1_000, 1};

    /** A county holds fewer codes. */
    private static final long COUNTED = 99_999_999;

    static StatisticsScope of(Desk desk) {
        List<AreaRange> areas = LedgerScope.areas(desk);
        return areas.isEmpty()
                ? new StatisticsScope(
                        LedgerScope.of(desk, "desk"),
                        LedgerScope.desks(desk).stream().map(AreaRange::of).toList())
                : new StatisticsScope(LedgerScope.of(desk, "below"), areas);
    }

    /**
     * The area right below the widest of the scope in which a matter lies, alias {@code c}: the town for a city, the village for a town. Null
     * where nothing below is known of it.
     */
    String place() {
        long home = areas.stream()
                .mapToLong(area -> area.to() - area.from() + 1)
                .max()
                .orElse(1);
        return LongStream.of(SPANS)
                .filter(span -> span < home)
                .mapToObj(span -> "nullif(c.area / %1$d * %1$d, c.area / %2$d * %2$d)".formatted(span, home))
                .collect(Collectors.joining(", ", "coalesce(", ", null)"));
    }

    /** Whether its areas are so large that their matters are counted beforehand: cities and provinces. */
    boolean wide() {
        return !list.tab().equals("desk") && areas.stream().allMatch(area -> area.to() - area.from() >= COUNTED);
    }

    /** @param area column of an area */
    String within(String area) {
        return areas.stream()
                .map(range -> area + " between %d and %d".formatted(range.from(), range.to()))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** Its clocks, alias {@code k}. Those of areas are counted without a look at the matters. */
    String clocks() {
        if (list.tab().equals("desk")) {
            return "k.complaint in (select c.id from complaint c where " + list.whole() + ")";
        }
        return "not k.sealed and " + within("k.area") + LedgerScope.notExcluded("k.complaint");
    }

    String matters() {
        return list.whole();
    }

    Map<String, Object> parameters() {
        return list.parameters();
    }
}
