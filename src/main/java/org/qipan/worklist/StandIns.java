package org.qipan.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** What he works on besides the items of his own posts: one statement for all of it. */
    public Reach reach(Staff staff) {
        List<Post> posts = new ArrayList<>();
        Map<Long, Errand> errands = new LinkedHashMap<>();
        jdbc.sql("""
                        select distinct p.role, p.unit, null::bigint as item, null::uuid as asker, null as asker_name, null::uuid as doer, null as doer_name
                        from substitution s join staff_post p on p.staff = s.absent and p.unit = any (s.units)
                        where s.substitute = :staff and s.ended_at is null and :day between s.from_day and s.to_day
                        union all
                        select o.role, o.unit, o.item, o.asker, o.asker_name, o.doer, o.doer_name from open_errand o where o.doer = :staff
                        union all
                        select o.role, o.unit, o.item, o.asker, o.asker_name, o.doer, o.doer_name from open_errand o where o.asker = :staff
                        order by unit, role, item
                        """).param("staff", staff.id()).param("day", today()).query(row -> {
            Post post = new Post(row.getString("role"), row.getString("unit"));
            if (row.getObject("item") != null) {
                Errand errand = errand(row, post);
                errands.put(errand.item(), errand);
            } else if (!staff.holds(post)) {
                posts.add(post);
            }
        });
        return new Reach(List.copyOf(posts), errands);
    }

    /**
     * What a person works on besides the items of his own posts.
     *
     * @param posts posts of which he may have items today, none of his own; {@link #actingFor} decides about each item
     * @param errands by item: what he was asked to do, and what he asked others to do for him
     */
    public record Reach(List<Post> posts, Map<Long, Errand> errands) {}

    /** Posts of which he may have items today, none of his own. */
    public List<Post> posts(Staff staff) {
        return reach(staff).posts();
    }

    /** Who does an item for whom; empty if nobody was asked, or if it no longer counts. */
    public Optional<Errand> errand(long item) {
        return jdbc.sql(
                        "select role, unit, item, asker, asker_name, doer, doer_name from open_errand where item = :item")
                .param("item", item)
                .query((row, n) -> errand(row, new Post(row.getString("role"), row.getString("unit"))))
                .optional();
    }

    private static Errand errand(ResultSet row, Post post) throws SQLException {
        return new Errand(
                row.getLong("item"),
                post,
                row.getObject("asker", UUID.class),
                row.getString("asker_name"),
                row.getObject("doer", UUID.class),
                row.getString("doer_name"));
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
        Reach reach = reach(staff);
        List<Post> more = Stream.concat(
                        reach.posts().stream()
                                .filter(post ->
                                        actingFor(staff.id(), post, caseId).isPresent()),
                        asked(staff.id(), caseId, reach).stream())
                .toList();
        return more.isEmpty() ? staff : with(staff, more);
    }

    private List<Post> asked(UUID staff, UUID caseId, Reach reach) {
        boolean any = reach.errands().values().stream().anyMatch(one -> one.of(staff));
        return !any
                ? List.of()
                : jdbc.sql("select distinct role, unit from open_errand where doer = :staff and case_id = :case")
                        .param("staff", staff)
                        .param("case", caseId)
                        .query((row, n) -> new Post(row.getString("role"), row.getString("unit")))
                        .list();
    }

    /** Whether somebody who signed for an item can still work on it; if not, his signature binds nobody. */
    public boolean canWork(UUID staff, WorkItem item) {
        return directory
                        .staff(staff)
                        .filter(Staff::enabled)
                        .filter(one -> one.holds(item.post()))
                        .isPresent()
                || actingFor(staff, item.post(), item.caseId()).isPresent()
                || errand(item.id()).filter(one -> one.of(staff)).isPresent();
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
