package org.qipan.pause;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.complaint.ComplaintSight;
import org.qipan.directory.Post;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code suspension}. */
@Repository
class SuspensionTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    SuspensionTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A matter that stands still, as a leader lists it. */
    record Standing(
            UUID complaint, @Nullable String number, String title, String unit, String ground, Instant started) {}

    void insert(Suspension one) {
        jdbc.sql("""
                        insert into suspension (id, complaint, item, asked_by, role, unit, ground, at, to_role, to_unit)
                        values (:id, :complaint, :item, :by, :role, :unit, :ground, :at, :toRole, :toUnit)
                        """)
                .param("id", one.id())
                .param("complaint", one.complaint())
                .param("item", one.item())
                .param("by", one.askedBy())
                .param("role", one.as().role())
                .param("unit", one.as().unit())
                .param("ground", one.ground())
                .param("at", OffsetDateTime.now(clock))
                .param("toRole", one.to().role())
                .param("toUnit", one.to().unit())
                .update();
    }

    /** Of a matter, oldest first. */
    List<Suspension> of(UUID complaint) {
        return jdbc.sql("select * from suspension where complaint = ? order by at, id")
                .param(complaint)
                .query(SuspensionTable::row)
                .list();
    }

    Optional<Suspension> find(UUID id) {
        return jdbc.sql("select * from suspension where id = ?")
                .param(id)
                .query(SuspensionTable::row)
                .optional();
    }

    /** Decides a request, or takes it back; false if somebody else was faster. @param started null where it does not begin */
    boolean decide(UUID id, String state, @Nullable Instant started) {
        return jdbc.sql(
                                "update suspension set state = :state, started = cast(:at as timestamptz) where id = :id and state = 'asked'")
                        .param("state", state)
                        .param("at", at(started))
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean end(UUID id, Instant at) {
        return jdbc.sql("update suspension set state = 'over', ended = :at where id = :id and state = 'running'")
                        .param("at", at(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Those that stand still among what a person may know of, the longest first. */
    List<Standing> standing(ComplaintSight sight) {
        return jdbc.sql("""
                        select c.id, f.number, f.title, coalesce(c.lead, c.desk) as unit, s.ground, s.started
                        from suspension s join complaint c on c.id = s.complaint join case_file f on f.id = c.id
                        where s.state = 'running' and c.closed is null and\s""" + ComplaintSight.VISIBLE + " order by s.started, c.id limit 200")
                .params(sight.parameters())
                .query((row, n) -> new Standing(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("unit"),
                        row.getString("ground"),
                        row.getObject("started", OffsetDateTime.class).toInstant()))
                .list();
    }

    private @Nullable OffsetDateTime at(@Nullable Instant moment) {
        return moment == null ? null : moment.atZone(clock.getZone()).toOffsetDateTime();
    }

    private static Suspension row(ResultSet row, int n) throws SQLException {
        return new Suspension(
                row.getObject("id", UUID.class),
                row.getObject("complaint", UUID.class),
                row.getLong("item"),
                row.getObject("asked_by", UUID.class),
                new Post(row.getString("role"), row.getString("unit")),
                row.getString("ground"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Post(row.getString("to_role"), row.getString("to_unit")),
                row.getString("state"),
                moment(row, "started"),
                moment(row, "ended"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
