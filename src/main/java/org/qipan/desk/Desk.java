package org.qipan.desk;

import java.util.List;
import java.util.stream.Stream;
import org.qipan.casefile.Exclusions.Reader;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.Levels;

/**
 * What a person sits at: the posts he works for and the areas he answers for.
 *
 * @param acted posts he works for because their holder is away; each item is asked about by {@code acting_for}
 * @param below areas whose items he may see without doing them, none within another
 * @param reader himself as exclusions see him
 */
public record Desk(Staff staff, List<Post> posts, List<Post> acted, List<Long> below, Reader reader) {

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
