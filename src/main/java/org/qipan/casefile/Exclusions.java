package org.qipan.casefile;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.AreaRange;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.Unit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The axis that only subtracts: who must not see a case, whatever posts he holds. Lists subtract {@code excluded_cases(:staff, :units,
 * :areas)} in their own SQL with the values of {@link Reader}; of one case {@code case_excluded(case, …)} is asked.
 */
@Service
public class Exclusions {

    private final JdbcClient jdbc;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Exclusions(JdbcClient jdbc, Directory directory, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
    }

    /** A person as exclusions see him: himself, the units of his posts and their areas. */
    public record Reader(UUID staff, String[] units, Long[] areas) {}

    public Reader reader(Staff staff) {
        List<String> units =
                staff.posts().stream().map(Post::unit).distinct().sorted().toList();
        Long[] areas =
                units.stream().map(unit -> AreaRange.of(unit).from()).distinct().toArray(Long[]::new);
        return new Reader(staff.id(), units.toArray(String[]::new), areas);
    }

    @Transactional
    public void exclude(UUID caseId, UUID staff, @Nullable String reason) {
        insert(caseId, new Excluded(staff, null, null, null, false), reason);
    }

    /** Excludes everybody who holds a post at the unit or below it. */
    @Transactional
    public void exclude(UUID caseId, String unit, @Nullable String reason) {
        insert(caseId, at(unit, false), reason);
    }

    /** As {@link #exclude(UUID, String, String)}, and whoever stands in for one of those people: of a unit that is complained of. */
    @Transactional
    public void hide(UUID caseId, String unit, String reason) {
        insert(caseId, at(unit, true), reason);
    }

    /** As {@link #hide(UUID, String, String)}, of one person; false if he was out with them already. */
    @Transactional
    public boolean hide(UUID caseId, UUID staff) {
        return jdbc.sql("""
                        insert into case_exclusion (case_id, staff, stand_ins, reason, at) select :case, :staff, true, 'person', :at
                        where not exists (select from case_exclusion where case_id = :case and staff = :staff and stand_ins)
                        """)
                        .param("case", caseId)
                        .param("staff", staff)
                        .param("at", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    private Excluded at(String unit, boolean standIns) {
        Unit excluded = directory.unit(unit);
        return unit.contains("-")
                ? new Excluded(null, unit, null, null, standIns)
                : new Excluded(null, null, excluded.area(), AreaRange.of(unit).to(), standIns);
    }

    /** Excludes whoever holds a post at the unit itself; those below it, of whom one may have opened the case, are not meant. */
    @Transactional
    public void excludeOnly(UUID caseId, String unit, @Nullable String reason) {
        insert(caseId, new Excluded(null, unit, null, null, false), reason);
    }

    /** As {@link #exclude(UUID, UUID, String)}, to be taken back by {@link #lift}; its reason stays with whoever decided it. */
    @Transactional
    public long recuse(UUID caseId, UUID staff) {
        return jdbc.sql("insert into case_exclusion (case_id, staff, at) values (:case, :staff, :at) returning id")
                .param("case", caseId)
                .param("staff", staff)
                .param("at", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }

    /** Takes back one exclusion; others of the same person stay. */
    @Transactional
    public void lift(long exclusion) {
        jdbc.sql("delete from case_exclusion where id = :id")
                .param("id", exclusion)
                .update();
    }

    /** Whether anybody is excluded from a case; where nobody is, nobody has to be asked about. */
    public boolean any(UUID caseId) {
        return jdbc.sql("select exists (select 1 from case_exclusion where case_id = :case)")
                .param("case", caseId)
                .query(Boolean.class)
                .single();
    }

    /** Whether the person must not know of the case. */
    public boolean excludes(UUID caseId, Staff staff) {
        Reader reader = reader(staff);
        return jdbc.sql("select case_excluded(:case, :staff, :units, :areas)")
                .param("case", caseId)
                .param("staff", reader.staff())
                .param("units", reader.units())
                .param("areas", reader.areas())
                .query(Boolean.class)
                .single();
    }

    /** All cases a person must not know of. */
    public List<UUID> of(Staff staff) {
        Reader reader = reader(staff);
        return jdbc.sql("select excluded_cases(:staff, cast(:units as text[]), cast(:areas as bigint[]))")
                .param("staff", reader.staff())
                .param("units", reader.units())
                .param("areas", reader.areas())
                .query(UUID.class)
                .list();
    }

    /** Whoever must not know of one case must not know of the other either, and whoever stood in for him since then. */
    @Transactional
    public void copy(UUID from, UUID to) {
        jdbc.sql("""
                        insert into case_exclusion (case_id, staff, unit, area_from, area_to, stand_ins, reason, at)
                        select :to, staff, unit, area_from, area_to, stand_ins, reason, at from case_exclusion where case_id = :from""").param("to", to).param("from", from).update();
    }

    /** Takes the case out of every area, or puts it back: of what is sealed only those know who work on it. */
    @Transactional
    public void seal(UUID caseId, boolean sealed) {
        // Whoever is writing about it is waited for, and whoever begins waits: nothing is written plain beside the
        // sealing.
        int changed =
                jdbc.sql("""
                        with waited as (select id from case_file where id = :case and sealed <> :sealed for update)
                        update case_file f set sealed = :sealed from waited w where f.id = w.id""").param("sealed", sealed).param("case", caseId).update();
        if (changed > 0) {
            events.publishEvent(new CaseSealed(caseId));
        }
    }

    /** Whether only those were given the case who work on it: then it lies in nobody's area. */
    public boolean sealed(UUID caseId) {
        return jdbc.sql("select exists (select 1 from case_file where id = :case and sealed)")
                .param("case", caseId)
                .query(Boolean.class)
                .single();
    }

    private record Excluded(
            @Nullable UUID staff,
            @Nullable String unit,
            @Nullable Long from,
            @Nullable Long to,
            boolean standIns) {}

    private void insert(UUID caseId, Excluded who, @Nullable String reason) {
        jdbc.sql("""
                        insert into case_exclusion (case_id, staff, unit, area_from, area_to, stand_ins, reason, at)
                        values (:case, cast(:staff as uuid), cast(:unit as text), cast(:from as bigint), cast(:to as bigint), :standIns,
                            :reason, :at)
                        """)
                .param("case", caseId)
                .param("staff", who.staff())
                .param("unit", who.unit())
                .param("from", who.from())
                .param("to", who.to())
                .param("standIns", who.standIns())
                .param("reason", reason)
                .param("at", OffsetDateTime.now(clock))
                .update();
    }
}
