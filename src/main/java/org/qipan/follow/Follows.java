package org.qipan.follow;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Exclusions;
import org.qipan.casefile.Sayings;
import org.qipan.directory.Staff;
import org.qipan.worklist.CasePage;
import org.qipan.worklist.CasePages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cases a person follows. Each is asked for anew at every read: following never lets him see what he may not see. */
@Service
class Follows {

    private static final int MOST = 100;

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MM-dd").withZone(ZoneId.of("Asia/Shanghai"));

    private final JdbcClient jdbc;
    private final CaseFiles cases;
    private final CasePages pages;
    private final Exclusions exclusions;
    private final Sayings sayings;
    private final Clock clock;

    Follows(JdbcClient jdbc, CaseFiles cases, CasePages pages, Exclusions exclusions, Sayings sayings, Clock clock) {
        this.exclusions = exclusions;
        this.jdbc = jdbc;
        this.cases = cases;
        this.pages = pages;
        this.sayings = sayings;
        this.clock = clock;
    }

    /**
     * A followed case.
     *
     * @param act key of what happened last, null if nothing did
     * @param changed something happened since he looked, and not by himself
     */
    record Row(
            UUID id,
            String title,
            @Nullable String number,
            @Nullable String act,
            String day,
            boolean changed) {}

    private record Stored(
            UUID id,
            String kind,
            String title,
            @Nullable String number,
            OffsetDateTime seen,
            @Nullable String act,
            @Nullable OffsetDateTime at,
            boolean own) {}

    /** What changed last comes first. */
    List<Row> of(Staff staff) {
        List<Stored> followed = jdbc.sql("""
                        select f.id, f.kind, f.title, f.number, w.seen, e.act, e.at, coalesce(e.by = :staff, false) as own
                        from follow w join case_file f on f.id = w.case_id
                        left join lateral (select act, at, by from case_event e where e.case_id = f.id order by e.at desc, e.id desc limit 1) e on true
                        where w.staff = :staff and not case_excluded(f.id, :staff)
                        order by coalesce(e.at, w.since) desc, f.id limit 200
                        """).param("staff", staff.id()).query(Stored.class).list().stream()
                .filter(one -> visible(one.kind(), one.id(), staff))
                .toList();
        Map<UUID, String> titles =
                sayings.titles(followed.stream().map(Stored::id).toList());
        return followed.stream()
                .map(one -> row(one, titles.getOrDefault(one.id(), one.title())))
                .toList();
    }

    /** Whether he follows a case he may see. */
    boolean on(UUID caseId, Staff staff) {
        return jdbc.sql("select exists (select 1 from follow where staff = :staff and case_id = :case)")
                .param("staff", staff.id())
                .param("case", caseId)
                .query(Boolean.class)
                .single();
    }

    /** Whether he may follow it: cases he may open. */
    boolean may(UUID caseId, Staff staff) {
        return cases.find(caseId)
                .filter(file -> visible(file.kind(), caseId, staff))
                .isPresent();
    }

    /** False if it is not there for him, or if he follows too many. */
    @Transactional
    public boolean follow(UUID caseId, Staff staff) {
        return may(caseId, staff)
                && jdbc.sql("""
                                insert into follow (staff, case_id, since, seen)
                                select :staff, :case, :now, :now
                                where (select count(*) from follow where staff = :staff) < :most
                                on conflict (staff, case_id) do update set seen = follow.seen
                                """)
                                .param("staff", staff.id())
                                .param("case", caseId)
                                .param("now", now())
                                .param("most", MOST)
                                .update()
                        == 1;
    }

    @Transactional
    public void leave(UUID caseId, Staff staff) {
        jdbc.sql("delete from follow where staff = :staff and case_id = :case")
                .param("staff", staff.id())
                .param("case", caseId)
                .update();
    }

    /** Where the case is, read from now on; empty if it is not there for him. */
    @Transactional
    public Optional<String> open(UUID caseId, Staff staff) {
        Optional<String> url = url(caseId, staff);
        url.ifPresent(there -> jdbc.sql("update follow set seen = :now where staff = :staff and case_id = :case")
                .param("now", now())
                .param("staff", staff.id())
                .param("case", caseId)
                .update());
        return url;
    }

    /** The page of a case; empty if it is not there for him. */
    Optional<String> url(UUID caseId, Staff staff) {
        return cases.find(caseId)
                .filter(one -> visible(one.kind(), caseId, staff))
                .map(one -> pages.byKind().get(one.kind()))
                .map(page -> page.url(caseId));
    }

    private boolean visible(String kind, UUID caseId, Staff staff) {
        CasePage page = pages.byKind().get(kind);
        return page != null && page.visible(caseId, staff) && !exclusions.excludes(caseId, staff);
    }

    private static Row row(Stored one, String title) {
        Instant last = one.at() == null ? one.seen().toInstant() : one.at().toInstant();
        boolean changed = one.at() != null && one.at().isAfter(one.seen()) && !one.own();
        return new Row(one.id(), title, one.number(), one.act(), DATE.format(last), changed);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
