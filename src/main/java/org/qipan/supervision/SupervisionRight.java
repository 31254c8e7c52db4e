package org.qipan.supervision;

import java.util.Optional;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.remit.KnownMatter;
import org.qipan.remit.Overseers;
import org.springframework.stereotype.Component;

/** Who may put a matter under supervision: whoever looks after it from above. */
@Component
class SupervisionRight {

    private final Overseers overseers;

    SupervisionRight(Overseers overseers) {
        this.overseers = overseers;
    }

    /** The post in which he supervises, a leader's first; empty if he may not. */
    Optional<Post> of(KnownMatter matter, Staff staff) {
        Optional<Post> leader = leader(matter, staff);
        return leader.isPresent()
                ? leader
                // While nobody handles it the desk would be looking after itself.
                : overseers
                        .officer(matter, staff)
                        .filter(post -> matter.lead() != null || !post.unit().equals(matter.desk()));
    }

    /** 挂牌 is the leader's decision. */
    Optional<Post> leader(KnownMatter matter, Staff staff) {
        return overseers.leader(matter, staff);
    }

    /** Whether he holds a post of the level that supervises. */
    boolean supervises(Supervision supervision, KnownMatter matter, Staff staff) {
        return of(matter, staff).isPresent()
                && staff.posts().stream().anyMatch(own -> own.unit().equals(supervision.unit()));
    }

    /** Whether he works at a level above the desk: only there a bad grade is known. */
    boolean aboveDesk(KnownMatter matter, Staff staff) {
        return overseers.aboveDesk(matter, staff);
    }
}
