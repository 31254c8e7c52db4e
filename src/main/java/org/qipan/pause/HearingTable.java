package org.qipan.pause;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code hearing}. */
@Repository
class HearingTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    HearingTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(Hearing one, UUID by) {
        jdbc.sql("""
                        insert into hearing (id, complaint, day, place, subject, invited, announced_by, announced)
                        values (:id, :complaint, :day, :place, :subject, :invited, :by, :now)
                        """)
                .param("id", one.id())
                .param("complaint", one.complaint())
                .param("day", one.day())
                .param("place", one.place())
                .param("subject", one.subject())
                .param("invited", one.invited())
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Of a matter, oldest first. */
    List<Hearing> of(UUID complaint) {
        return jdbc.sql("select * from hearing where complaint = ? order by announced, id")
                .param(complaint)
                .query(HearingTable::row)
                .list();
    }

    /** @param first and {@code last}: null where it was called off */
    boolean end(UUID id, String state, @Nullable LocalDate first, @Nullable LocalDate last, String record) {
        return jdbc.sql("""
                        update hearing set state = :state, first = cast(:first as date), last = cast(:last as date), record = :record
                        where id = :id and state = 'announced'""")
                        .param("state", state)
                        .param("first", first)
                        .param("last", last)
                        .param("record", record)
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Hearing row(ResultSet row, int n) throws SQLException {
        return new Hearing(
                row.getObject("id", UUID.class),
                row.getObject("complaint", UUID.class),
                row.getObject("day", LocalDate.class),
                row.getString("place"),
                row.getString("subject"),
                row.getString("invited"),
                row.getString("state"),
                row.getObject("first", LocalDate.class),
                row.getObject("last", LocalDate.class),
                row.getString("record"));
    }
}
