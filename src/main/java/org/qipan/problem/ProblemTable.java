package org.qipan.problem;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseTexts;
import org.qipan.directory.AreaRange;
import org.qipan.directory.Post;
import org.qipan.problem.Problem.Origin;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tables {@code problem} and {@code problem_unit}, row by row. */
@Repository
class ProblemTable {

    /** Alias {@code p}, its case {@code f}. */
    static final String SELECT = """
            select p.id, f.title, p.kind, p.urgent, p.text, p.place, p.origin, p.origin_id, p.raised_by, p.role, p.unit, f.opened,
                p.state, p.at, p.started, p.due, p.term, p.answer, p.solved
            from problem p join case_file f on f.id = p.id
            """;

    private final JdbcClient jdbc;
    private final CaseTexts texts;
    private final Clock clock;

    ProblemTable(JdbcClient jdbc, CaseTexts texts, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.texts = texts;
    }

    /** The row, locked until the transaction ends: of two people who act on it one comes second. */
    @Transactional
    Problem lock(UUID id) {
        return jdbc.sql(SELECT + " where p.id = :id for update of p")
                .param("id", id)
                .query(this::problem)
                .single();
    }

    @Transactional
    Optional<Problem> find(UUID id) {
        return jdbc.sql(SELECT + " where p.id = :id")
                .param("id", id)
                .query(this::problem)
                .optional();
    }

    /** A new row, at nobody's desk yet. */
    void insert(UUID id, Raising raising, UUID by, Post as) {
        Origin origin = raising.origin();
        jdbc.sql("""
                        insert into problem (id, kind, urgent, text, place, origin, origin_id, raised_by, role, unit, area, at)
                        values (:id, :kind, :urgent, :text, :place, :origin, cast(:originId as bigint), :by, :role, :unit, :area, :unit)
                        """)
                .param("id", id)
                .param("kind", raising.kind().key())
                .param("urgent", raising.urgent())
                .param("text", texts.keep(id, raising.text()))
                .param("place", raising.place())
                .param("origin", origin == null ? null : origin.kind())
                .param("originId", origin == null ? null : origin.id())
                .param("by", by)
                .param("role", as.role())
                .param("unit", as.unit())
                .param("area", AreaRange.of(as.unit()).from())
                .update();
    }

    /** The unit has it from now on, with a clock. */
    void moveTo(UUID id, String unit, long term, Instant due) {
        jdbc.sql(
                        "update problem set state = 'open', at = :unit, started = :now, term = :term, due = :due where id = :id")
                .param("unit", unit)
                .param("now", OffsetDateTime.now(clock))
                .param("term", term)
                .param("due", due.atZone(clock.getZone()).toOffsetDateTime())
                .param("id", id)
                .update();
        jdbc.sql("insert into problem_unit (problem, unit, came) values (:id, :unit, :now) on conflict do nothing")
                .param("id", id)
                .param("unit", unit)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Nobody's clock runs. @param state {@code asked}, {@code answered}, {@code closed} or {@code withdrawn} */
    void rest(UUID id, String state) {
        jdbc.sql("update problem set state = :state, started = null, due = null where id = :id")
                .param("state", state)
                .param("id", id)
                .update();
    }

    void extended(UUID id, Instant due) {
        jdbc.sql("update problem set due = :due where id = :id and due is not null")
                .param("due", due.atZone(clock.getZone()).toOffsetDateTime())
                .param("id", id)
                .update();
    }

    void answered(UUID id, String answer) {
        jdbc.sql("update problem set answer = :answer where id = :id")
                .param("answer", texts.keep(id, answer))
                .param("id", id)
                .update();
        rest(id, "answered");
    }

    void confirmed(UUID id, boolean solved) {
        jdbc.sql("update problem set solved = :solved where id = :id")
                .param("solved", solved)
                .param("id", id)
                .update();
    }

    Problem problem(ResultSet row, int n) throws SQLException {
        String origin = row.getString("origin");
        UUID id = row.getObject("id", UUID.class);
        return new Problem(
                id,
                row.getString("title"),
                ProblemKind.of(row.getString("kind")),
                row.getBoolean("urgent"),
                texts.read(id, row.getString("text")),
                row.getString("place"),
                origin == null ? null : new Origin(origin, row.getLong("origin_id")),
                row.getObject("raised_by", UUID.class),
                new Post(row.getString("role"), row.getString("unit")),
                row.getObject("opened", OffsetDateTime.class).toInstant(),
                row.getString("state"),
                row.getString("at"),
                instant(row, "started"),
                instant(row, "due"),
                row.getObject("term", Long.class),
                texts.readAny(id, row.getString("answer")),
                row.getObject("solved", Boolean.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
