package org.qipan.subject;

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

/** The table {@code subject}, version by version. Every writer first takes the row of {@code subject_tree}, so they follow one another. */
@Repository
class SubjectTable {

    private static final String SELECT =
            "select id, code, parent, name, department, term, basis, valid_from, valid_to from subject";

    private final JdbcClient jdbc;
    private final Clock clock;

    SubjectTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long version() {
        return jdbc.sql("select version from subject_tree").query(Long.class).single();
    }

    /** Takes the tree for this transaction and counts the change; returns the version before it. */
    long change() {
        return jdbc.sql("update subject_tree set version = version + 1 returning version - 1")
                .query(Long.class)
                .single();
    }

    /** Every version of every subject, oldest first: some hundreds of rows. */
    List<SubjectRow> all() {
        return jdbc.sql(SELECT + " order by id").query(SubjectTable::row).list();
    }

    List<SubjectRow> history(String code) {
        return jdbc.sql(SELECT + " where code = :code order by id desc")
                .param("code", code)
                .query(SubjectTable::row)
                .list();
    }

    /** What holds until {@code day} ends there; what would hold only later never does, and no complaint can have it yet. */
    void end(String code, LocalDate day, LocalDate today) {
        jdbc.sql("delete from subject where code = :code and valid_from > :today")
                .param("code", code)
                .param("today", today)
                .update();
        jdbc.sql("""
                        update subject set valid_to = :day
                        where code = :code and valid_from <= :today and (valid_to is null or valid_to > :today)
                        """)
                .param("code", code)
                .param("day", day)
                .param("today", today)
                .update();
    }

    void add(SubjectEntry entry, LocalDate day, @Nullable UUID by) {
        jdbc.sql("""
                        insert into subject (code, parent, name, department, term, basis, valid_from, made_by, made_at)
                        values (:code, :parent, :name, :department, :term, :basis, :day, cast(:by as uuid), :now)
                        """)
                .param("code", entry.code())
                .param("parent", entry.parent())
                .param("name", entry.name())
                .param("department", entry.department())
                .param("term", entry.term())
                .param("basis", entry.basis())
                .param("day", day)
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private static SubjectRow row(ResultSet row, int n) throws SQLException {
        return new SubjectRow(
                row.getLong("id"),
                row.getString("code"),
                row.getString("parent"),
                row.getString("name"),
                row.getString("department"),
                row.getString("term"),
                row.getString("basis"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
