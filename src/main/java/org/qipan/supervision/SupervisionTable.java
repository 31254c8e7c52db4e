package org.qipan.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseTexts;
import org.qipan.casefile.Said;
import org.qipan.casefile.Sayings;
import org.qipan.directory.Post;
import org.qipan.worklist.WorkRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code supervision}. */
@Repository
class SupervisionTable {

    private final JdbcClient jdbc;
    private final CaseTexts texts;
    private final Sayings sayings;
    private final Clock clock;

    SupervisionTable(JdbcClient jdbc, CaseTexts texts, Sayings sayings, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.sayings = sayings;
        this.clock = clock;
    }

    void insert(UUID id, UUID complaint, String unit, Ground ground) {
        jdbc.sql("insert into supervision (id, complaint, unit, ground) values (?, ?, ?, ?)")
                .params(id, complaint, unit, ground.code())
                .update();
    }

    @Transactional
    Optional<Supervision> lock(UUID id) {
        return jdbc.sql("select * from supervision where id = ? for update")
                .param(id)
                .query(this::row)
                .optional();
    }

    /** Of a matter, newest first; ids are made in the order of time. */
    @Transactional
    List<Supervision> of(UUID complaint) {
        return jdbc.sql("select * from supervision where complaint = ? order by id desc")
                .param(complaint)
                .query(this::row)
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
    void lift(Supervision one, @Nullable UUID by, Said why) {
        jdbc.sql("""
                        update supervision set lifted = :now, lifted_by = cast(:by as uuid), lifted_why = :why, said = :said
                        where id = :id""")
                .param("now", OffsetDateTime.now(clock))
                .param("by", by)
                .param("why", texts.keep(one.complaint(), sayings.office(why)))
                .param("said", sayings.kept(why))
                .param("id", one.id())
                .update();
    }

    Supervision row(ResultSet row, int n) throws SQLException {
        UUID complaint = row.getObject("complaint", UUID.class);
        return new Supervision(
                row.getObject("id", UUID.class),
                complaint,
                row.getString("unit"),
                Ground.of(row.getString("ground")).orElseThrow(),
                WorkRows.instant(row, "listed"),
                row.getString("listed_role"),
                WorkRows.instant(row, "lifted"),
                sayings.readAny(row.getString("said"), texts.readAny(complaint, row.getString("lifted_why"))));
    }
}
