package org.qipan.desk;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.qipan.casefile.Exclusions;
import org.qipan.directory.AreaRange;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.Levels;
import org.qipan.worklist.StandIns;
import org.springframework.stereotype.Component;

/** Puts a person at his desk: the only place that turns posts into what may be seen. */
@Component
public class Desks {

    /** Officers and leaders of an area look down its subtree; village posts, departments and the three admins look at nothing but their own. */
    private static final Pattern LOOKS_DOWN = Pattern.compile("(township|district|city|province)-(officer|leader)");

    private final Exclusions exclusions;
    private final StandIns standIns;

    Desks(Exclusions exclusions, StandIns standIns) {
        this.standIns = standIns;
        this.exclusions = exclusions;
    }

    public Desk of(Staff staff) {
        List<Post> posts = staff.posts().stream().distinct().toList();
        List<Long> areas = posts.stream()
                .filter(post -> LOOKS_DOWN.matcher(post.role()).matches()
                        && !post.unit().contains("-"))
                .map(post -> AreaRange.of(post.unit()).from())
                .filter(area -> !"village".equals(Levels.column(area)))
                .distinct()
                .sorted(Comparator.comparingInt(Desks::depth))
                .toList();
        StandIns.Reach reach = standIns.reach(staff);
        return new Desk(staff, posts, reach.posts(), reach.errands(), outermost(areas), exclusions.reader(staff));
    }

    private static List<Long> outermost(List<Long> areas) {
        return areas.stream()
                .filter(area -> areas.stream().noneMatch(other -> !other.equals(area) && within(other, area)))
                .toList();
    }

    private static boolean within(long above, long area) {
        Levels levels = Levels.of(area);
        return Long.valueOf(above).equals(levels.province())
                || Long.valueOf(above).equals(levels.prefecture())
                || Long.valueOf(above).equals(levels.county())
                || Long.valueOf(above).equals(levels.township());
    }

    private static int depth(long area) {
        return List.of("province", "prefecture", "county", "township", "village")
                .indexOf(Levels.column(area));
    }
}
