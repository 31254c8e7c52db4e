package org.qipan.remit;

import java.util.Objects;
import java.util.Optional;
import org.qipan.directory.Directory;
import org.qipan.directory.Duty;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.springframework.stereotype.Component;

/**
 * Who looks after a matter from above: the leader of the desk's level or of one above the handling unit, and complaint officers of the desk,
 * of whoever sent it there, and of levels above the handling unit. A sealed matter only its own desk. Posts a person holds himself count,
 * not those he stands in for. Asked only about matters he may know of.
 */
@Component
public class Overseers {

    private final Directory directory;

    Overseers(Directory directory) {
        this.directory = directory;
    }

    /** The leader's post in which he decides; empty if he is none for this matter. */
    public Optional<Post> leader(KnownMatter matter, Staff staff) {
        return matter.sealed()
                ? Optional.empty()
                : staff.posts().stream()
                        .filter(post -> head(post)
                                && (post.unit().equals(matter.desk()) || above(post.unit(), handling(matter))))
                        .findFirst();
    }

    /** The complaint officer's post in which he looks after it; empty if he is none for this matter. */
    public Optional<Post> officer(KnownMatter matter, Staff staff) {
        return staff.posts().stream().filter(post -> officer(matter, post)).findFirst();
    }

    /** Whether he leads or looks after petitions at a level above the desk: only there a bad grade is known. */
    public boolean aboveDesk(KnownMatter matter, Staff staff) {
        return staff.posts().stream()
                .anyMatch(post -> above(post.unit(), matter.desk()) && (head(post) || isOfficer(post)));
    }

    private boolean officer(KnownMatter matter, Post post) {
        boolean own = post.unit().equals(matter.desk());
        boolean higher = post.unit().equals(matter.forwarder()) || above(post.unit(), handling(matter));
        return isOfficer(post) && (own || higher && !matter.sealed());
    }

    private boolean head(Post post) {
        return directory
                .find(post.unit())
                .flatMap(unit -> directory.role(unit.kind(), Duty.HEAD))
                .filter(post.role()::equals)
                .isPresent();
    }

    private boolean above(String upper, String unit) {
        return !upper.equals(unit) && directory.covers(upper, unit);
    }

    private static boolean isOfficer(Post post) {
        return post.role().equals(ReceivingDesk.OFFICER);
    }

    private static String handling(KnownMatter matter) {
        return Objects.requireNonNullElse(matter.lead(), matter.desk());
    }
}
