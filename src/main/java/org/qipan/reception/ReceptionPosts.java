package org.qipan.reception;

import java.util.List;
import java.util.Optional;
import org.qipan.directory.Directory;
import org.qipan.directory.Duty;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.remit.ReceivingDesk;
import org.springframework.stereotype.Component;

/** Whose days they are: the petition office of a unit plans those of its leader, and both work on them. */
@Component
class ReceptionPosts {

    private final Directory directory;

    ReceptionPosts(Directory directory) {
        this.directory = directory;
    }

    /** The leader's post whose days this person plans; empty if he plans none. */
    Optional<Post> planned(Staff staff) {
        return staff.posts().stream()
                .filter(post -> post.equals(ReceivingDesk.officer(post.unit())))
                .flatMap(post -> leader(post.unit()).stream())
                .findFirst();
    }

    /** Whether the person works on this day: its leader, or the petition office there. */
    boolean works(ReceptionDay day, Staff staff) {
        return staff.holds(day.leader()) || staff.holds(officer(day));
    }

    /** The post in which somebody who {@link #works} on it acts. */
    Post acting(ReceptionDay day, Staff staff) {
        return staff.holds(day.leader()) ? day.leader() : officer(day);
    }

    Post officer(ReceptionDay day) {
        return ReceivingDesk.officer(day.leader().unit());
    }

    /** Units whose days the person may read as one who works on them. */
    List<String> units(Staff staff) {
        return staff.posts().stream()
                .filter(post -> post.equals(ReceivingDesk.officer(post.unit()))
                        || leader(post.unit()).filter(post::equals).isPresent())
                .map(Post::unit)
                .distinct()
                .toList();
    }

    private Optional<Post> leader(String unit) {
        return directory
                .find(unit)
                .flatMap(known -> directory.role(known.kind(), Duty.HEAD))
                .map(role -> new Post(role, unit));
    }
}
