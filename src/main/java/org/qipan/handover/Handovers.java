package org.qipan.handover;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.qipan.casefile.TimeOrderedId;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.identity.Accounts;
import org.qipan.staff.StaffActs;
import org.qipan.staff.StaffRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * 换届交接: posts go from hand to hand, and with each post all that waits in it. All rows or none: an item is never without a holder in
 * between, because whoever takes over has the post before the other loses it.
 */
@Service
class Handovers {

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Accounts accounts;
    private final StaffActs acts;
    private final Clock clock;

    Handovers(JdbcClient jdbc, Directory directory, Accounts accounts, StaffActs acts, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.accounts = accounts;
        this.acts = acts;
        this.clock = clock;
    }

    /** A row that was done, for the page of the result. */
    record Done(String role, String unit, String giver, String taker, boolean leaves, int items) {

        Post post() {
            return new Post(role, unit);
        }
    }

    /**
     * @param rows that were read and found sound
     * @return address of the result
     * @throws StaffRefused if something changed since; then nothing was done
     */
    String run(Staff admin, List<HandoverRow> rows, UUID key, String hash) {
        return acts.once(admin, key, "POST /staff/handover", hash, () -> "/staff/handovers/" + all(admin, rows));
    }

    private UUID all(Staff admin, List<HandoverRow> rows) {
        UUID id = TimeOrderedId.next(clock);
        jdbc.sql("insert into handover (id, by, at) values (:id, :by, :at)")
                .param("id", id)
                .param("by", admin.id())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        List<HandoverRow> changes = rows.stream().filter(HandoverRow::changes).toList();
        changes.forEach(row -> gain(admin, row));
        changes.forEach(row -> lose(admin, row));
        Set<UUID> leaving = new LinkedHashSet<>();
        changes.stream().filter(HandoverRow::leaves).map(HandoverRow::giver).forEach(leaving::add);
        leaving.forEach(accounts::leave);
        changes.forEach(row -> write(id, row));
        return id;
    }

    private void gain(Staff admin, HandoverRow row) {
        if (row.taker() != null) {
            Set<Post> wanted = posts(row.taker());
            wanted.add(row.post());
            acts.appoint(admin, row.taker(), wanted);
        }
    }

    private void lose(Staff admin, HandoverRow row) {
        if (row.giver() != null && row.taker() != null && !row.leaves()) {
            Set<Post> wanted = posts(row.giver());
            wanted.remove(row.post());
            acts.appoint(admin, row.giver(), wanted);
        }
    }

    private Set<Post> posts(UUID staff) {
        return new HashSet<>(directory
                .staff(staff)
                .filter(Staff::enabled)
                .orElseThrow(() -> new StaffRefused("staff.refused.gone"))
                .posts());
    }

    private void write(UUID id, HandoverRow row) {
        jdbc.sql("""
                        insert into handover_row (handover, position, role, unit, giver, taker, leaves, items)
                        values (:id, :at, :role, :unit, :giver, :taker, :leaves, :items)
                        """)
                .param("id", id)
                .param("at", row.at())
                .param("role", row.post().role())
                .param("unit", row.post().unit())
                .param("giver", row.giver(), java.sql.Types.OTHER)
                .param("taker", row.taker(), java.sql.Types.OTHER)
                .param("leaves", row.leaves())
                .param("items", row.items())
                .update();
    }

    /** What an administrator did; empty for those of others. */
    List<Done> done(UUID id, Staff admin) {
        return jdbc.sql("""
                        select r.role, r.unit, coalesce(g.name, '') as giver, coalesce(t.name, '') as taker, r.leaves, r.items
                        from handover h join handover_row r on r.handover = h.id
                        left join staff g on g.id = r.giver left join staff t on t.id = r.taker
                        where h.id = :id and h.by = :by order by r.position
                        """)
                .param("id", id)
                .param("by", admin.id())
                .query(Done.class)
                .list();
    }
}
