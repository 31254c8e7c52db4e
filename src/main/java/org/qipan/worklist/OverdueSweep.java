package org.qipan.worklist;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.qipan.cluster.Locks;
import org.qipan.deadline.Deadlines;
import org.qipan.directory.Directory;
import org.qipan.directory.Duty;
import org.qipan.directory.UnitKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Urges before an item is due, tells the head one level up after it is due, and the next level up three days later: each once per item,
 * by one statement over all items. Where nobody is head who may know of the case, the next level up is told that has one. Items that stand
 * still or wait for others are left alone. Of a sealed case, which lies in no area, a head learns that something is late and not what it is.
 */
@Component
class OverdueSweep {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration ESCALATE = Duration.ofDays(3);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final List<UnitKind> LEVELS =
            List.of(UnitKind.VILLAGE, UnitKind.TOWNSHIP, UnitKind.COUNTY, UnitKind.PREFECTURE, UnitKind.PROVINCE);

    private static final String SWEEP = """
            with candidate as (
                select w.*, case when w.due > :now then 'urge' when w.due > :escalate then 'supervise' else 'escalate' end as step
                from work_item w
                where w.state = 'open' and not w.paused and not w.blocked and not w.ended and w.due < 'infinity'
                  and (w.due <= :dueSoon or w.soon <= :now)
            ), fresh as (
                insert into urge (item, kind, day, at, due)
                select c.id, c.step, :day, :now, c.due from candidate c
                where not exists (select 1 from urge u where u.item = c.id and u.kind = c.step and (u.by is null and u.due = c.due or u.day = :day))
                order by c.id
                on conflict (item, kind, day) do nothing
                returning item, kind
            ), unmarked as (
                delete from item_seen s using fresh f where s.item = f.item
            ), rung as materialized (
                select c.id as item, f.kind, c.case_id, coalesce(c.subject, c.title) as subject,
                    case when c.subject is null then (select t.said from case_file t where t.id = c.case_id) else c.said end as said, above.level, above.area, above.no
                from fresh f
                join candidate c on c.id = f.item
                cross join lateral (select left(c.unit, 12)::bigint as code) a
                cross join lateral (
                    select level, area, row_number() over (order by no) + (case when c.unit like '%-%' then 1 else 0 end) as no
                    from unnest(cast(:levels as text[]), case when c.province is not null
                            then array[c.village, c.township, c.county, c.prefecture, c.province]
                            else array[nullif(a.code, a.code / 1000 * 1000),
                                nullif(a.code / 1000 * 1000, a.code / 1000000 * 1000000),
                                nullif(a.code / 1000000 * 1000000, a.code / 100000000 * 100000000),
                                nullif(a.code / 100000000 * 100000000, a.code / 10000000000 * 10000000000),
                                a.code / 10000000000 * 10000000000] end)
                        with ordinality as chain(level, area, no)
                    where area is not null) above
                where f.kind <> 'urge' and above.no > (case f.kind when 'supervise' then 1 else 2 end)
            ), head as materialized (
                select r.case_id, r.area, heads.role, exists (
                    select 1 from staff_post p join staff s on s.id = p.staff and s.enabled and not s.disabled_here
                    where p.unit = r.area::text and p.role = heads.role and not case_excluded(r.case_id, s.id)) as held
                from (select distinct case_id, level, area from rung) r
                join unnest(cast(:levels as text[]), cast(:heads as text[])) heads(level, role) on heads.level = r.level
                where heads.role <> ''
            ), told as (
                insert into work_copy (case_id, item, subject, said, reason, role, unit, at)
                select distinct on (r.item) r.case_id, r.item, r.subject, r.said, r.kind, h.role, h.area::text, :now
                from rung r join head h on h.case_id = r.case_id and h.area = r.area
                order by r.item, h.held desc, r.no
                returning role || '@' || unit as post
            )
            select post from told
            union
            select c.role || '@' || c.unit from fresh f join candidate c on c.id = f.item
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Directory directory;
    private final Deadlines deadlines;
    private final Changes changes;
    private final Clock clock;

    OverdueSweep(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Directory directory,
            Deadlines deadlines,
            Changes changes,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.directory = directory;
        this.deadlines = deadlines;
        this.changes = changes;
        this.clock = clock;
    }

    /** Nobody is urged between evening and morning. */
    @Scheduled(cron = "0 */10 * * * *", zone = "Asia/Shanghai")
    void byDay() {
        LocalTime time = LocalTime.now(clock);
        if (!time.isBefore(MORNING) && time.isBefore(EVENING)) {
            sweep();
        }
    }

    /** Returns the posts that learned something new; none if another node is at it. */
    List<String> sweep() {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!Locks.take(jdbc, "worklist.sweep")) {
                return List.of();
            }
            List<String> posts = statement();
            posts.forEach(changes::touch);
            return posts;
        }));
    }

    private List<String> statement() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return jdbc.sql(SWEEP)
                .param("now", now)
                .param("escalate", now.minus(ESCALATE))
                .param("dueSoon", deadlines.dueSoonUntil().atOffset(ZoneOffset.UTC))
                .param("day", LocalDate.now(clock))
                .param("levels", LEVELS.stream().map(UnitKind::key).toArray(String[]::new))
                .param("heads", heads())
                .query(String.class)
                .list();
    }

    private String[] heads() {
        List<String> heads = new ArrayList<>();
        LEVELS.forEach(kind -> heads.add(directory.role(kind, Duty.HEAD).orElse("")));
        return heads.toArray(String[]::new);
    }
}
