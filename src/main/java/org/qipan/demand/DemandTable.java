package org.qipan.demand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qipan.directory.Post;
import org.qipan.worklist.WorkRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code demand}. */
@Repository
class DemandTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    DemandTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(Demand demand) {
        jdbc.sql("""
                        insert into demand (id, case_id, kind, asked_by, role, unit, to_role, to_unit, at, due, checked)
                        values (:id, :case, :kind, :by, :role, :unit, :toRole, :toUnit, :at, cast(:due as timestamptz), :checked)
                        """)
                .param("id", demand.id())
                .param("case", demand.caseId())
                .param("kind", demand.kind())
                .param("by", demand.askedBy())
                .param("role", demand.by().role())
                .param("unit", demand.by().unit())
                .param("toRole", demand.to().role())
                .param("toUnit", demand.to().unit())
                .param("at", moment(demand.at()))
                .param("due", demand.due() == null ? null : moment(demand.due()))
                .param("checked", demand.checked())
                .update();
    }

    Optional<Demand> find(UUID id) {
        return jdbc.sql("select * from demand where id = ?")
                .param(id)
                .query(DemandTable::row)
                .optional();
    }

    /** The row, locked until the transaction ends: of two who act on it one comes second. */
    Optional<Demand> lock(UUID id) {
        return jdbc.sql("select * from demand where id = ? for update")
                .param(id)
                .query(DemandTable::row)
                .optional();
    }

    /** Of a case, newest first. */
    List<Demand> of(UUID caseId) {
        return jdbc.sql("select * from demand where case_id = ? order by at desc, id desc")
                .param(caseId)
                .query(DemandTable::row)
                .list();
    }

    void answered(UUID id) {
        jdbc.sql("update demand set state = 'answered', answered = :now where id = :id")
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
    }

    void back(UUID id) {
        jdbc.sql("update demand set state = 'asked', returned = returned + 1 where id = :id")
                .param("id", id)
                .update();
    }

    void end(UUID id, String state) {
        jdbc.sql("update demand set state = :state, ended = :now where id = :id")
                .param("state", state)
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
    }

    private OffsetDateTime moment(Instant instant) {
        return instant.atZone(clock.getZone()).toOffsetDateTime();
    }

    private static Demand row(ResultSet row, int n) throws SQLException {
        return new Demand(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("kind"),
                row.getObject("asked_by", UUID.class),
                new Post(row.getString("role"), row.getString("unit")),
                new Post(row.getString("to_role"), row.getString("to_unit")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                WorkRows.instant(row, "due"),
                row.getBoolean("checked"),
                row.getString("state"),
                row.getInt("returned"),
                WorkRows.instant(row, "answered"),
                WorkRows.instant(row, "ended"));
    }
}
