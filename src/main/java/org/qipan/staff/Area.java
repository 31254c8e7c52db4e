package org.qipan.staff;

import java.util.List;
import org.qipan.directory.AreaRange;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;

/**
 * What an administrator answers for: the areas of the units at which he is one.
 *
 * @param units codes of these units
 */
record Area(List<String> units) {

    static Area of(Staff admin) {
        return new Area(admin.posts().stream()
                .filter(post -> PostRules.administers(post.role()))
                .map(Post::unit)
                .distinct()
                .toList());
    }

    boolean holds(String unit) {
        return units.stream().anyMatch(own -> AreaRange.of(own).contains(AreaRange.of(unit)));
    }

    /** Where a picker of units looks: within the area if it is one. */
    String within() {
        return units.size() == 1 ? units.get(0) : "";
    }

    Long[] from() {
        return units.stream().map(unit -> AreaRange.of(unit).from()).toArray(Long[]::new);
    }

    Long[] to() {
        return units.stream().map(unit -> AreaRange.of(unit).to()).toArray(Long[]::new);
    }
}
