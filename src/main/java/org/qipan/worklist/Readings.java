package org.qipan.worklist;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.qipan.casefile.Exclusions;
import org.qipan.casefile.Exclusions.Reader;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Many copies marked as read at once, and the mark taken back a moment later. */
@Component
public class Readings {

    /** Ten seconds are offered; a slow line takes some of them. */
    private static final Duration UNDO = Duration.ofSeconds(15);

    private final JdbcClient jdbc;
    private final Exclusions exclusions;
    private final Changes changes;
    private final Clock clock;

    Readings(JdbcClient jdbc, Exclusions exclusions, Changes changes, Clock clock) {
        this.jdbc = jdbc;
        this.exclusions = exclusions;
        this.changes = changes;
        this.clock = clock;
    }

    /** Those of these copies that lead to a page of their own: reading them is the receipt of the unit, given one by one. */
    public Set<Long> receipts(Collection<Long> copies) {
        return Set.copyOf(jdbc.sql("select id from work_copy where id = any(:copies) and page is not null")
                .param("copies", copies.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    /** Marks many copies as read, but for {@link #receipts}; gives those that were unread until now. */
    @Transactional
    public Set<Long> readAll(Collection<Long> copies, Staff by) {
        Reader reader = exclusions.reader(by);
        return changed(jdbc.sql("""
                        update work_copy w set read_at = :now, read_by = :staff
                        where id = any(:copies) and read_at is null and page is null and role || '@' || unit = any (:groups)
                            and not case_excluded(w.case_id, :staff, cast(:units as text[]), cast(:areas as bigint[]))
                        returning id, role, unit
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("staff", reader.staff())
                .param("copies", copies.toArray(Long[]::new))
                .param("groups", by.posts().stream().map(Post::group).toArray(String[]::new))
                .param("units", reader.units())
                .param("areas", reader.areas()));
    }

    /** Takes back what this person marked as read a moment ago with {@link #readAll}; gives what is unread again. */
    @Transactional
    public Set<Long> unread(Collection<Long> copies, Staff by) {
        return changed(jdbc.sql("""
                        update work_copy set read_at = null, read_by = null
                        where id = any(:copies) and read_by = :staff and read_at >= :since and page is null
                        returning id, role, unit
                        """)
                .param("copies", copies.toArray(Long[]::new))
                .param("staff", by.id())
                .param("since", OffsetDateTime.now(clock).minus(UNDO)));
    }

    private Set<Long> changed(JdbcClient.StatementSpec statement) {
        Set<Long> ids = new HashSet<>();
        statement.query(Changed.class).list().forEach(copy -> {
            ids.add(copy.id());
            changes.touch(new Post(copy.role(), copy.unit()).group());
        });
        return ids;
    }

    private record Changed(long id, String role, String unit) {}
}
