package org.qipan.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Posts a person works for because their holder is away. Asked at every read: a substitution begins and ends without anybody noticing. */
@Component
public class StandIns {

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Clock clock;

    StandIns(JdbcClient jdbc, Directory directory, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.clock = clock;
    }

    /** Posts of which he may have items today, none of his own; {@link #actingFor} decides about each item. */
    public List<Post> posts(Staff staff) {
        return jdbc
                .sql("""
                        select distinct p.role, p.unit
                        from substitution s join staff_post p on p.staff = s.absent and p.unit = any (s.units)
                        where s.substitute = :staff and s.ended_at is null and :day between s.from_day and s.to_day
                        order by p.unit, p.role
                        """)
                .param("staff", staff.id())
                .param("day", today())
                .query((row, n) -> new Post(row.getString("role"), row.getString("unit")))
                .list()
                .stream()
                .filter(post -> !staff.holds(post))
                .toList();
    }

    /** For whom he acts when he does something in a post in a case; empty if he may not, or if the post is his own. */
    public Optional<Staff> actingFor(UUID staff, Post post, UUID caseId) {
        return jdbc.sql("select acting_for(:staff, :role, :unit, :case, :day)")
                .param("staff", staff)
                .param("role", post.role())
                .param("unit", post.unit())
                .param("case", caseId)
                .param("day", today())
                .query(UUID.class)
                .optional()
                .flatMap(directory::staff);
    }

    /** A person with the posts he works for in a case, too: what a capability asks of him, it asks of the one he stands in for. */
    public Staff standing(Staff staff, UUID caseId) {
        List<Post> more = posts(staff).stream()
                .filter(post -> actingFor(staff.id(), post, caseId).isPresent())
                .toList();
        return more.isEmpty() ? staff : with(staff, more);
    }

    /** Whether somebody who signed for an item can still work on it; if not, his signature binds nobody. */
    public boolean canWork(UUID staff, WorkItem item) {
        return directory
                        .staff(staff)
                        .filter(Staff::enabled)
                        .filter(one -> one.holds(item.post()))
                        .isPresent()
                || actingFor(staff, item.post(), item.caseId()).isPresent();
    }

    /** A person with more posts than his own. */
    public static Staff with(Staff staff, List<Post> more) {
        List<Post> posts =
                Stream.concat(staff.posts().stream(), more.stream()).distinct().toList();
        return new Staff(staff.id(), staff.username(), staff.name(), staff.enabled(), posts);
    }

    /** The day substitutions are asked for, parameter {@code :day} of {@code acting_for}. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
