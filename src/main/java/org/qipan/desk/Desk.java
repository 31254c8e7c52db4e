package org.qipan.desk;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Exclusions.Reader;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.Errand;
import org.qipan.worklist.Levels;

/**
 * What a person sits at: the posts he works for and the areas he answers for.
 *
 * @param acted posts he works for because their holder is away; each item is asked about by {@code acting_for}
 * @param errands by item: what he was asked to do, and what he asked others to do for him
 * @param below areas whose items he may see without doing them, none within another
 * @param reader himself as exclusions see him
 */
public record Desk(
        Staff staff, List<Post> posts, List<Post> acted, Map<Long, Errand> errands, List<Long> below, Reader reader) {

    String[] roles() {
        return posts.stream().map(Post::role).toArray(String[]::new);
    }

    String[] units() {
        return posts.stream().map(Post::unit).toArray(String[]::new);
    }

    /** His own posts and those he works for, in this order. */
    List<Post> worked() {
        return Stream.concat(posts.stream(), acted.stream()).toList();
    }

    List<String> groups() {
        return worked().stream().map(Post::group).toList();
    }

    /** Items he was asked to do that would not be in his list otherwise. */
    Long[] asked() {
        return errands.values().stream()
                .filter(one -> one.of(staff.id()) && !posts.contains(one.post()))
                .map(Errand::item)
                .toArray(Long[]::new);
    }

    /** Who asked him to do an item, null if nobody did. */
    public @Nullable Errand askedFor(long item) {
        Errand one = errands.get(item);
        return one != null && one.of(staff.id()) ? one : null;
    }

    public boolean holds(Post post) {
        return posts.contains(post);
    }

    /** Whether items of an area and unit are among those he may look at. */
    public boolean covers(String unit, Levels area) {
        return below.stream().anyMatch(above -> switch (Levels.column(above)) {
                    case "province" -> above.equals(area.province());
                    case "prefecture" -> above.equals(area.prefecture());
                    case "county" -> above.equals(area.county());
                    default -> above.equals(area.township());
                })
                && !List.of(units()).contains(unit);
    }
}
