package org.qipan.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.course.Kind;
import org.qipan.course.Route;
import org.qipan.directory.AreaRange;
import org.qipan.filing.Channel;
import org.qipan.filing.Filing;
import org.qipan.filing.Mode;
import org.qipan.worklist.WorkRows;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code complaint}, row by row. */
@Repository
class ComplaintTable {

    /** Alias {@code c}, its case {@code f}. */
    static final String SELECT = "select c.*, f.number, f.title from complaint c join case_file f on f.id = c.id";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ComplaintTable(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    Optional<Complaint> find(UUID id) {
        return jdbc.sql(SELECT + " where c.id = :id")
                .param("id", id)
                .query(ComplaintTable::complaint)
                .optional();
    }

    /** The row, locked until the transaction ends: of two who act on it one comes second. */
    Complaint lock(UUID id) {
        return jdbc.sql(SELECT + " where c.id = :id for update of c")
                .param("id", id)
                .query(ComplaintTable::complaint)
                .single();
    }

    void insert(UUID id, Filing filing, String desk, Instant received, boolean urgent) {
        boolean anonymous = filing.mode() == Mode.ANONYMOUS;
        String where = filing.place() == null ? desk : filing.place();
        jdbc.sql("""
                        insert into complaint (id, channel, mode, desk, place, area, concerned, received, outside_number, urgent, people,
                            reachable, electronic, sealed)
                        values (:id, :channel, :mode, :desk, :place, :area, :concerned, :received, :number, :urgent, :people, :reachable, :electronic, :sealed)
                        """)
                .param("id", id)
                .param("channel", filing.channel().key())
                .param("mode", filing.mode().key())
                .param("desk", desk)
                .param("place", filing.place())
                .param("area", AreaRange.of(where).from())
                .param("concerned", filing.concerned())
                .param("received", received.atZone(clock.getZone()).toOffsetDateTime())
                .param("number", filing.outsideNumber())
                .param("urgent", urgent)
                .param("people", filing.people())
                .param("reachable", !anonymous && filing.contact().clear())
                .param("electronic", filing.electronic())
                .param("sealed", anonymous)
                .update();
    }

    void sorted(UUID id, Sorted sorted) {
        jdbc.sql("""
                        update complaint set kind = :kind, route = :route, subject = cast(:subject as bigint), lead = :lead,
                            report_back = cast(:back as date), digest = :digest, sealed = :sealed, state = :state where id = :id
                        """)
                .param("kind", sorted.kind().key())
                .param("route", sorted.route().key())
                .param("subject", sorted.subject())
                .param("lead", sorted.lead())
                .param("back", sorted.reportBack())
                .param("digest", sorted.sealed() ? null : sorted.digest())
                .param("sealed", sorted.sealed())
                .param("state", sorted.route().way().state())
                .param("id", id)
                .update();
        events.publishEvent(new ComplaintMoved(id, sorted.route().way().state()));
    }

    void state(UUID id, String state) {
        jdbc.sql("update complaint set state = :state where id = :id")
                .param("state", state)
                .param("id", id)
                .update();
        events.publishEvent(new ComplaintMoved(id, state));
    }

    /** The desk it lies on from now on, and whom that one has it from. */
    void desk(UUID id, String desk, @Nullable String forwarder) {
        jdbc.sql("update complaint set desk = :desk, forwarder = :forwarder where id = :id")
                .param("desk", desk)
                .param("forwarder", forwarder)
                .param("id", id)
                .update();
    }

    /** It stays with this unit, which may object once more until then. */
    void insisted(UUID id, String lead, Instant until) {
        jdbc.sql("update complaint set lead = ?, objectable = ? where id = ?")
                .params(lead, until.atZone(clock.getZone()).toOffsetDateTime(), id)
                .update();
    }

    void objected(UUID id) {
        jdbc.sql("update complaint set state = 'disputed', objections = objections + 1 where id = :id")
                .param("id", id)
                .update();
        events.publishEvent(new ComplaintMoved(id, "disputed"));
    }

    void answered(UUID id, Verdict verdict) {
        jdbc.sql("update complaint set verdict = ?, state = 'signing' where id = ?")
                .params(verdict.key(), id)
                .update();
        events.publishEvent(new ComplaintMoved(id, "signing"));
    }

    void grade(UUID id, int grade) {
        jdbc.sql("update complaint set grade = ? where id = ?")
                .params(grade, id)
                .update();
    }

    /** Answered once, and answered anew: what was said to the answer was said to another one, also by those who were merged into it. */
    void reopen(UUID id, String state) {
        jdbc.sql("""
                        update complaint set state = ?, closed = null, verdict = null, grade = null, objectable = null where id = ?
                        """).params(state, id).update();
        jdbc.sql("update complaint set grade = null where merged_into = ? and grade is not null")
                .param(id)
                .update();
        jdbc.sql("update case_file set closed = null where id = ?").param(id).update();
    }

    /** @param state {@code closed}, {@code withdrawn} or {@code merged} */
    void close(UUID id, String state) {
        int closed = jdbc.sql("update complaint set state = :state, closed = :now where id = :id and closed is null")
                .param("state", state)
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
        if (closed == 1) {
            events.publishEvent(new ComplaintMoved(id, state));
        }
    }

    static Complaint complaint(ResultSet row, int n) throws SQLException {
        String kind = row.getString("kind");
        String route = row.getString("route");
        String verdict = row.getString("verdict");
        return new Complaint(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                Channel.of(row.getString("channel")),
                Mode.of(row.getString("mode")),
                row.getString("desk"),
                row.getString("forwarder"),
                row.getString("place"),
                row.getString("concerned"),
                row.getObject("received", OffsetDateTime.class).toInstant(),
                row.getString("outside_number"),
                row.getBoolean("urgent"),
                row.getInt("people"),
                row.getBoolean("reachable"),
                row.getBoolean("electronic"),
                kind == null ? null : Kind.of(kind),
                route == null ? null : Route.of(route),
                row.getString("lead"),
                row.getObject("report_back", LocalDate.class),
                row.getString("digest"),
                row.getBoolean("sealed"),
                row.getInt("objections"),
                WorkRows.instant(row, "objectable"),
                row.getString("state"),
                verdict == null ? null : Verdict.of(verdict),
                row.getObject("grade", Integer.class),
                row.getObject("merged_into", UUID.class),
                WorkRows.instant(row, "closed"));
    }
}
