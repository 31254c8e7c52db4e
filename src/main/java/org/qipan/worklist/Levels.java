package org.qipan.worklist;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.AreaRange;

/**
 * The areas above an area, each level a column of {@code work_item}. Codes are 2-2-2-3-3 digits; a missing level (Zhongshan has no
 * county) is null.
 */
public record Levels(
        @Nullable Long village,
        @Nullable Long township,
        @Nullable Long county,
        @Nullable Long prefecture,
        @Nullable Long province) {

    /** Of the area a unit serves, which its code begins with. */
    public static Levels of(String unit) {
        return of(AreaRange.of(unit).from());
    }

    public static Levels of(long area) {
        return new Levels(
                area % 1_000 == 0 ? null : Long.valueOf(area),
                level(area, 1_000L, 1_000_000L),
                level(area, 1_000_000L, 100_000_000L),
                level(area, 100_000_000L, 10_000_000_000L),
                area / 10_000_000_000L * 10_000_000_000L);
    }

    /** Column whose equality means "in the subtree of this area". */
    public static String column(long area) {
        if (area % 10_000_000_000L == 0) {
            return "province";
        }
        if (area % 100_000_000L == 0) {
            return "prefecture";
        }
        if (area % 1_000_000L == 0) {
            return "county";
        }
        return area % 1_000L == 0 ? "township" : "village";
    }

    /** By the names of the columns. */
    Map<String, @Nullable Long> columns() {
        Map<String, @Nullable Long> columns = new HashMap<>();
        columns.put("village", village);
        columns.put("township", township);
        columns.put("county", county);
        columns.put("prefecture", prefecture);
        columns.put("province", province);
        return columns;
    }

    private static @Nullable Long level(long area, long span, long above) {
        return area % above / span == 0 ? null : Long.valueOf(area / span * span);
    }
}
