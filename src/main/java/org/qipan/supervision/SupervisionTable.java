package org.qipan.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Post;
import org.qipan.worklist.WorkRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code supervision}. */
@Repository
class SupervisionTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    SupervisionTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(UUID id, UUID complaint, String unit, Ground ground) {
        jdbc.sql("insert into supervision (id, complaint, unit, ground) values (?, ?, ?, ?)")
                .params(id, complaint, unit, ground.code())
                .update();
    }

    Optional<Supervision> lock(UUID id) {
        return jdbc.sql("select * from supervision where id = ? for update")
                .param(id)
                .query(SupervisionTable::row)
                .optional();
    }

    /** Of a matter, newest first; ids are made in the order of time. */
    List<Supervision> of(UUID complaint) {
        return jdbc.sql("select * from supervision where complaint = ? order by id desc")
                .param(complaint)
                .query(SupervisionTable::row)
                .list();
    }

    void list(UUID id, UUID by, Post as) {
        jdbc.sql("update supervision set listed = :now, listed_by = :by, listed_role = :role where id = :id")
                .param("now", OffsetDateTime.now(clock))
                .param("by", by)
                .param("role", as.role())
                .param("id", id)
                .update();
    }

    /** @param by null where it ended with its matter */
    void lift(UUID id, @Nullable UUID by, String why) {
        jdbc.sql(
                        "update supervision set lifted = :now, lifted_by = cast(:by as uuid), lifted_why = :why where id = :id")
                .param("now", OffsetDateTime.now(clock))
                .param("by", by)
                .param("why", why)
                .param("id", id)
                .update();
    }

    static Supervision row(ResultSet row, int n) throws SQLException {
        return new Supervision(
                row.getObject("id", UUID.class),
                row.getObject("complaint", UUID.class),
                row.getString("unit"),
                Ground.of(row.getString("ground")).orElseThrow(),
                WorkRows.instant(row, "listed"),
                row.getString("listed_role"),
                WorkRows.instant(row, "lifted"),
                row.getString("lifted_why"));
    }
}
