package org.qipan.reveal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.qipan.casefile.Exclusions;
import org.qipan.complaint.ComplaintSight;
import org.qipan.desk.Desks;
import org.qipan.directory.Directory;
import org.qipan.directory.Duty;
import org.qipan.directory.Post;
import org.qipan.directory.Roles;
import org.qipan.directory.Staff;
import org.qipan.directory.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may ask, decide and know. Only posts a person holds himself count: standing in for somebody is no way round the second pair of eyes.
 * Whoever is excluded from a matter has no part in any of it.
 */
@Component
class RevealSight {

    static final String OFFICER = "complaint-officer";

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Exclusions exclusions;
    private final Desks desks;

    RevealSight(JdbcClient jdbc, Directory directory, Exclusions exclusions, Desks desks) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.exclusions = exclusions;
        this.desks = desks;
    }

    /**
     * A complaint or petition.
     *
     * @param desk code of the unit whose complaint officers have it
     * @param number 受理编号, or its title while it has none
     * @param anonymous there is no identity to see
     */
    record Matter(UUID id, String desk, String number, boolean anonymous) {}

    /** Empty also if it does not exist for this reader: what its own page is to him, this is. */
    Optional<Matter> matter(UUID caseId, Staff reader) {
        return jdbc.sql("""
                        select c.id, c.desk, coalesce(f.number, f.title) as number, c.mode = 'anonymous' as anonymous
                        from complaint c join case_file f on f.id = c.id where c.id = :id and
                        """ + ComplaintSight.VISIBLE)
                .param("id", caseId)
                .params(new ComplaintSight(desks.of(reader)).parameters())
                .query(Matter.class)
                .optional();
    }

    /** May ask: a complaint officer of the desk. */
    boolean mayAsk(Matter matter, Staff staff) {
        return !matter.anonymous() && staff.holds(new Post(OFFICER, matter.desk())) && free(matter, staff);
    }

    /** May decide, but for requests of his own: a complaint officer or the head of the desk's unit. */
    boolean mayDecide(Matter matter, Staff staff) {
        return deciding(matter).anyMatch(staff::holds) && free(matter, staff);
    }

    /** May read who asked and decided, and not who the petitioner is: the above, and complaint officers of the units above. */
    boolean mayKnow(Matter matter, Staff staff) {
        return free(matter, staff)
                && (deciding(matter).anyMatch(staff::holds)
                        || staff.posts().stream()
                                .anyMatch(post ->
                                        post.role().equals(OFFICER) && directory.covers(post.unit(), matter.desk())));
    }

    /** Posts with somebody who could decide on a request of this person. */
    List<Post> deciders(Matter matter, UUID asker) {
        return deciding(matter)
                .filter(post -> directory.holders(post).stream()
                        .anyMatch(staff -> !staff.id().equals(asker) && free(matter, staff)))
                .toList();
    }

    /** The complaint officers of the nearest unit above where one may know of the matter; empty at the top. */
    Optional<Post> above(Matter matter) {
        return Stream.iterate(
                        directory.upper(matter.desk()),
                        Optional::isPresent,
                        unit -> unit.map(Unit::code).flatMap(directory::upper))
                .map(unit -> new Post(OFFICER, unit.orElseThrow().code()))
                .filter(post -> directory.holders(post).stream().anyMatch(staff -> free(matter, staff)))
                .findFirst();
    }

    private Stream<Post> deciding(Matter matter) {
        return Stream.concat(
                Stream.of(new Post(OFFICER, matter.desk())),
                directory
                        .find(matter.desk())
                        .flatMap(unit -> directory.role(unit.kind(), Duty.HEAD))
                        .map(role -> new Post(role, matter.desk()))
                        .stream());
    }

    /** The three administrators are kept apart from the work by law, whatever else somebody made of their accounts. */
    private boolean free(Matter matter, Staff staff) {
        return staff.enabled()
                && staff.posts().stream().map(Post::role).noneMatch(Roles::separated)
                && !exclusions.excludes(matter.id(), staff);
    }
}
