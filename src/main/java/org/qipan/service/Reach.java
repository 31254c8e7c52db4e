package org.qipan.service;

import java.util.ArrayList;
import java.util.List;
import org.qipan.directory.AreaRange;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;

/**
 * Which records a person may read: those of the areas of his posts; for posts of departments and institutions only their own unit.
 * Goes into every query, never into a page.
 */
record Reach(List<AreaRange> areas, List<String> units) {

    static Reach of(Staff staff) {
        List<AreaRange> areas = new ArrayList<>();
        List<String> units = new ArrayList<>();
        for (Post post : staff.posts()) {
            units.add(post.unit());
            if (wholeArea(post)) {
                areas.add(AreaRange.of(post.unit()));
            }
        }
        return new Reach(List.copyOf(areas), List.copyOf(units));
    }

    private static boolean wholeArea(Post post) {
        return switch (post.role()) {
            case "village-worker",
                    "village-head",
                    "township-officer",
                    "township-leader",
                    "district-officer",
                    "district-leader",
                    "city-officer",
                    "city-leader",
                    "province-officer",
                    "province-leader",
                    "evaluator" -> !post.unit().contains("-");
            default -> false;
        };
    }

    /** A condition over {@code r.area} and {@code r.unit} with the parameters {@link #froms}, {@link #tos} and {@link #units}. */
    static final String CONDITION = """
            (r.unit = any(:reachUnits) or exists (
                select 1 from unnest(:reachFrom::bigint[], :reachTo::bigint[]) as reach(low, high) where r.area between reach.low and reach.high))
            """;

    String[] unitCodes() {
        return units.toArray(String[]::new);
    }

    Long[] froms() {
        return areas.stream().map(AreaRange::from).toArray(Long[]::new);
    }

    Long[] tos() {
        return areas.stream().map(AreaRange::to).toArray(Long[]::new);
    }
}
