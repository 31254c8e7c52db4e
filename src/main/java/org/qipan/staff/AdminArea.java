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
public record AdminArea(List<String> units) {

    /** @param admin whose posts as an administrator count; empty area if he has none */
    public static AdminArea of(Staff admin) {
        return new AdminArea(admin.posts().stream()
                .filter(post -> PostRules.administers(post.role()))
                .map(Post::unit)
                .distinct()
                .toList());
    }

    /** Whether a unit lies within it. */
    public boolean holds(String unit) {
        return units.stream().anyMatch(own -> AreaRange.of(own).contains(AreaRange.of(unit)));
    }

    /** Whether he answers for somebody: one with a post here, or with none, who is nobody's yet. */
    public boolean holds(Staff person) {
        return person.posts().isEmpty() || person.posts().stream().anyMatch(post -> holds(post.unit()));
    }

    /** Where a picker of units looks: the code of the area if it is one, empty if it is several. */
    public String within() {
        return units.size() == 1 ? units.get(0) : "";
    }

    /** First area codes of the units, beside {@link #to}: a statement unnests the two. */
    public Long[] from() {
        return units.stream().map(unit -> AreaRange.of(unit).from()).toArray(Long[]::new);
    }

    /** Last area codes, included. */
    public Long[] to() {
        return units.stream().map(unit -> AreaRange.of(unit).to()).toArray(Long[]::new);
    }
}
