package org.qipan.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.complaint.ComplaintSight;
import org.qipan.complaint.KnownMatters;
import org.qipan.deadline.Deadlines;
import org.qipan.desk.Desks;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** 督办清单: what is supervised among what a reader may know of, and what could be. Sealed matters only for their desk. */
@Repository
class SupervisionList {

    static final int MOST = 500;
    private static final int CANDIDATES = 20;
    /** Days for which a bad grade of a closed matter speaks for looking after it. */
    private static final int RECENTLY = 90;
    /** Days a matter may stand still: as many as the one extension of art. 34 has. Longer is for somebody above to look at. */
    private static final int STILL = 30;

    /** Of matters {@code c}: those he may know of, the sealed ones only at his own desk. */
    private static final String SEEN = ComplaintSight.VISIBLE + " and (not c.sealed or c.desk = any (:officerAt))";

    private final JdbcClient jdbc;
    private final SupervisionTable table;
    private final Desks desks;
    private final KnownMatters matters;
    private final SupervisionRight right;
    private final Deadlines deadlines;
    private final Directory directory;
    private final Clock clock;

    SupervisionList(
            JdbcClient jdbc,
            SupervisionTable table,
            Desks desks,
            KnownMatters matters,
            SupervisionRight right,
            Deadlines deadlines,
            Directory directory,
            Clock clock) {
        this.jdbc = jdbc;
        this.table = table;
        this.desks = desks;
        this.matters = matters;
        this.right = right;
        this.deadlines = deadlines;
        this.directory = directory;
        this.clock = clock;
    }

    /** What runs: listed ones first, then by the day of the report. */
    @Transactional
    List<SupervisionRow> running(Staff reader) {
        return jdbc.sql("""
                        select s.*, coalesce(f.number, f.title) as name, d.role, d.unit as by_unit, d.to_role, d.to_unit, d.at, d.due, d.state
                        from supervision s join demand d on d.id = s.id join complaint c on c.id = s.complaint join case_file f on f.id = c.id
                        where s.lifted is null and
                        """ + SEEN + " order by s.listed is null, d.due, s.id limit " + MOST)
                .params(new ComplaintSight(desks.of(reader)).parameters())
                .query((row, n) -> row(row))
                .list();
    }

    private SupervisionRow row(ResultSet row) throws SQLException {
        Supervision one = table.row(row, 0);
        String state = row.getString("state");
        var at = row.getObject("at", OffsetDateTime.class).toInstant();
        var due = row.getObject("due", OffsetDateTime.class).toInstant();
        return new SupervisionRow(
                one.complaint(),
                row.getString("name"),
                directory.title(new Post(row.getString("to_role"), row.getString("to_unit"))),
                directory.title(new Post(row.getString("role"), row.getString("by_unit"))),
                LocalDate.ofInstant(at, clock.getZone()),
                one.listed() == null ? null : LocalDate.ofInstant(one.listed(), clock.getZone()),
                Deadlines.lastDay(due),
                one.ground(),
                state,
                state.equals("asked") ? deadlines.lamp(at, due) : null);
    }

    private record Found(
            UUID id,
            boolean closed,
            boolean overdue,
            boolean still,
            int objections,
            @Nullable Integer grade) {}

    /** Overdue ones, those that stand still for long, those objected to twice, and, for whoever may know of it, those with a bad grade. */
    List<Candidate> candidates(Staff reader) {
        List<Candidate> candidates = new ArrayList<>();
        jdbc.sql("""
                        with late as (select distinct k.complaint as id from complaint_clock k where k.done is null and k.due <= :now
                                and not exists (select from complaint_stop s where s.clock = k.id and s.ended is null)),
                            still as (select distinct k.complaint as id from complaint_stop s join complaint_clock k on k.id = s.clock
                                where s.ended is null and s.started <= :long and k.done is null)
                        select c.id, c.closed is not null as closed, c.objections, c.grade, c.id in (select id from late) as overdue,
                            c.id in (select id from still) as still
                        from complaint c
                        where c.id in (select id from late union select id from still union select id from complaint where objections >= 2
                            union select id from complaint where grade <= 2 and merged_into is null)
                          and (c.closed is null or c.grade <= 2 and c.closed > :recently)
                          and not exists (select from supervision s where s.complaint = c.id and s.lifted is null)
                          and
                        """ + SEEN + " order by c.received, c.id limit 200")
                .params(new ComplaintSight(desks.of(reader)).parameters())
                .param("now", OffsetDateTime.now(clock))
                .param("long", OffsetDateTime.now(clock).minusDays(STILL))
                .param("recently", OffsetDateTime.now(clock).minusDays(RECENTLY))
                .query(Found.class)
                .list()
                .forEach(found -> add(candidates, found, reader));
        return candidates.subList(0, Math.min(CANDIDATES, candidates.size()));
    }

    private void add(List<Candidate> candidates, Found found, Staff reader) {
        var matter = matters.get(found.id());
        // Of those that are closed only the bad grades are here, and the desk is not told of them.
        if (right.of(matter, reader).isEmpty() || found.closed() && !right.aboveDesk(matter, reader)) {
            return;
        }
        List<String> why = new ArrayList<>();
        if (found.overdue()) {
            why.add("supervision.why.overdue");
        }
        if (found.still()) {
            why.add("supervision.why.still");
        }
        if (found.objections() >= 2) {
            why.add("supervision.why.objections");
        }
        Integer grade = found.grade();
        if (grade != null && grade <= 2 && right.aboveDesk(matter, reader)) {
            why.add("supervision.why.grade");
        }
        if (!why.isEmpty()) {
            String handling = Objects.requireNonNullElse(matter.lead(), matter.desk());
            candidates.add(new Candidate(matter.id(), matter.name(), directory.name(handling), why));
        }
    }
}
