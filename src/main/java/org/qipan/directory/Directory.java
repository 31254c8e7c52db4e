package org.qipan.directory;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Units, the posts at them and who holds the posts. Reads our tables only, so Keycloak may be down. */
public interface Directory {

    /** The unit as it is today. */
    Optional<Unit> find(String code);

    /** The name of a unit; one that is not known leaves its code. */
    default String name(String code) {
        return find(code).map(Unit::name).orElse(code);
    }

    /** As {@link #name}, for all units of a page at once, by code. */
    default Map<String, String> names(Collection<String> codes) {
        return codes.stream().distinct().collect(Collectors.toMap(Function.identity(), this::name));
    }

    /** As {@link #find}, for codes that come from our own tables. */
    Unit unit(String code);

    /** The areas directly below (villages of a township …), by code. Departments are not among them. */
    List<Unit> lower(String code);

    /** Departments and institutions that belong to a unit. */
    List<Unit> departments(String code);

    /** The nearest level above that exists, empty at the top. */
    Optional<Unit> upper(String code);

    /** Whether {@code unit} is {@code upper} or lies below it. */
    boolean covers(String upper, String unit);

    /** County, or prefecture without counties, that owns the data of this unit. */
    long ownerArea(String code);

    /** Units whose name, pinyin or code matches, within the subtree of {@code within}. */
    List<Unit> search(String text, String within, int limit);

    /** As {@link #search} in the whole country, the person's neighbours first: 「xl」 typed in Minzhong means 新伦, not a 锡林 far away. */
    default List<Unit> near(String text, Staff staff, int limit) {
        Set<Unit> found = new LinkedHashSet<>();
        staff.posts().stream()
                .map(post -> String.format("%012d", ownerArea(post.unit())))
                .distinct()
                .forEach(area -> found.addAll(search(text, area, limit)));
        found.addAll(search(text, "", limit));
        return found.stream().limit(limit).toList();
    }

    /** The role that fulfils a duty at units of a kind. */
    Optional<String> role(UnitKind kind, Duty duty);

    /** As {@link #role}; a level without a role of its own for a duty gives it to the one that works there. */
    default Optional<String> roleOrWorker(UnitKind kind, Duty duty) {
        return role(kind, duty).or(() -> role(kind, Duty.WORKER));
    }

    /** Enabled people who hold a post; empty when nobody does. */
    List<Staff> holders(Post post);

    Optional<Staff> staff(UUID id);

    /** The words for a post, for example 新伦村 · 村（社区）工作人员, in the reader's language. */
    String title(Post post);

    /** As {@link #title(Post)}, where the name of its unit is at hand. */
    default String title(Post post, String unitName) {
        return title(post);
    }
}
