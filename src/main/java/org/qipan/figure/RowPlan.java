package org.qipan.figure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.AreaRange;

/**
 * Which row a unit's figures belong to: its own, else that of the area of which it is a department, else that of the area it lies in.
 * The unit that reports never swallows the units below it; whoever has no row gets one, so the total is always the sum of all records.
 */
final class RowPlan {

    private final String within;
    private final Set<String> rows;

    RowPlan(String within, List<String> rows) {
        this.within = within;
        this.rows = new LinkedHashSet<>(rows);
    }

    String rowOf(String unit) {
        if (rows.contains(unit)) {
            return unit;
        }
        String area = unit.substring(0, Math.min(12, unit.length()));
        @Nullable String best = null;
        for (String row : rows) {
            boolean upper = !row.equals(within)
                    && !row.contains("-")
                    && AreaRange.of(row).contains(AreaRange.of(area));
            if (upper && (best == null || AreaRange.of(best).contains(AreaRange.of(row)))) {
                best = row;
            }
        }
        if (best == null) {
            rows.add(unit);
            return unit;
        }
        return best;
    }

    List<String> rows() {
        return new ArrayList<>(rows);
    }
}
