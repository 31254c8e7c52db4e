package org.qipan.follow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qipan.desk.Desk;
import org.qipan.desk.Desks;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.qipan.task.Seen;
import org.qipan.task.VisibleItems;
import org.qipan.worklist.Errand;
import org.qipan.worklist.Levels;
import org.qipan.worklist.WorkItem;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/** Says by which rule somebody sees an item. For what he may not see and for what does not exist it says the same, so that nothing is learned. */
@Service
class Sights {

    private final VisibleItems visible;
    private final Desks desks;
    private final Directory directory;

    Sights(VisibleItems visible, Desks desks, Directory directory) {
        this.visible = visible;
        this.desks = desks;
        this.directory = directory;
    }

    /**
     * A rule with what it is about.
     *
     * @param rule last part of {@code sight.because.*}
     */
    record Because(String rule, String about) {}

    /**
     * What is said.
     *
     * @param item null if it is not there for this person, or none was asked about
     * @param posts his own; {@code acted}: posts he works for while their holders are away; {@code below}: areas he may look at
     */
    record Sight(
            boolean asked,
            @Nullable WorkItem item,
            List<Because> because,
            List<String> posts,
            List<String> acted,
            List<String> below) {}

    Sight of(@Nullable Long task, Staff staff) {
        Desk desk = desks.of(staff);
        Seen seen = task == null ? null : see(task, staff);
        return new Sight(
                task != null,
                seen == null ? null : seen.item(),
                seen == null ? List.of() : because(seen, desk),
                desk.posts().stream().map(directory::title).toList(),
                desk.acted().stream().map(directory::title).toList(),
                desk.below().stream()
                        .map(area -> directory.name("%012d".formatted(area)))
                        .toList());
    }

    private List<Because> because(Seen seen, Desk desk) {
        List<Because> because = new ArrayList<>();
        String post = directory.title(seen.item().post());
        Errand errand = desk.askedFor(seen.item().id());
        if (errand != null) {
            because.add(new Because("asked", errand.askerName()));
        } else if (seen.absent() != null) {
            because.add(new Because("acting", seen.absent().name()));
        }
        if (desk.holds(seen.item().post())) {
            because.add(new Because("post", post));
        } else if (!seen.mine()) {
            because.add(new Because(below(seen, desk) ? "below" : "did", post));
        }
        return because;
    }

    private boolean below(Seen seen, Desk desk) {
        String unit = seen.item().post().unit();
        return desk.covers(unit, Levels.of(unit));
    }

    private @Nullable Seen see(long task, Staff staff) {
        try {
            return visible.see(task, staff);
        } catch (ResponseStatusException e) {
            return null;
        }
    }
}
