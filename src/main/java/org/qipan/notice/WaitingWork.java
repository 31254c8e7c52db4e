package org.qipan.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.notice.Waiting.Figure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what waits for a person. Nothing is written down for a digest beforehand: items, urges, copies, mails and substitutions are rows that were
 * committed with their acts. So an item that is finished meanwhile, or that he must not know of, is not in it.
 */
@Component
class WaitingWork {

    private static final String READ = """
            with desk as (
                select w.* from staff_post p
                join work_item w on w.state = 'open' and w.role = p.role and w.unit = p.unit
                where p.staff = :staff and not case_excluded(w.case_id, :staff)
                union
                select w.* from substitution s
                join staff_post p on p.staff = s.absent and p.unit = any (s.units)
                join work_item w on w.state = 'open' and w.role = p.role and w.unit = p.unit
                where s.substitute = :staff and s.ended_at is null and :day between s.from_day and s.to_day
                  and acting_for(:staff, w.role, w.unit, w.case_id, :day) is not null
                union
                select w.* from open_errand o join work_item w on w.id = o.item where o.doer = :staff
            ), mine as (
                select d.*, greatest(d.created, o.at) > :since and greatest(d.created, o.at) <= :until as new
                from desk d left join open_errand o on o.item = d.id and o.doer = :staff
                where not d.blocked and (d.assignee is null or d.assignee = :staff)
            ), urged as (
                select count(*) filter (where u.by is not null) as urged,
                    count(*) filter (where u.by is null and m.due > :now) as soon
                from mine m join urge u on u.item = m.id and u.kind = 'urge' and u.at > :since and u.at <= :until
            ), copies as (
                select count(*) filter (where c.reason in ('supervise', 'escalate')) as supervised,
                    count(*) filter (where c.reason is null or c.reason not in ('supervise', 'escalate')) as copy
                from staff_post p join work_copy c on c.read_at is null and c.role = p.role and c.unit = p.unit
                where p.staff = :staff and c.at > :since and c.at <= :until and not case_excluded(c.case_id, :staff)
            ), standing as (
                select count(*) as substitution from substitution s
                where s.substitute = :staff and s.ended_at is null and :day between s.from_day and s.to_day
                  and greatest(s.made_at, s.from_day::timestamp at time zone 'Asia/Shanghai') > :since
            ), mails as (
                select count(*) as mail from staff_post p join mailbox_mail m on m.desk = p.unit
                where p.staff = :staff and p.role = 'complaint-officer' and m.state in ('waiting', 'unreadable')
                  and m.came > :since and m.came <= :until
            )
            select count(*) as open,
                min(due) filter (where due < 'infinity' and not paused and not ended) as nearest,
                count(*) filter (where new and not returned and kind <> 'problem') as arrived,
                count(*) filter (where new and returned) as returned,
                count(*) filter (where new and not returned and kind = 'problem') as problem,
                count(*) filter (where due > :since and due <= :until and not paused and not ended) as late,
                (select urged from urged), (select soon from urged), (select supervised from copies), (select copy from copies),
                (select substitution from standing), (select mail from mails)
            from mine
            """;

    private final JdbcClient jdbc;

    WaitingWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param since until when he was told, {@code until} until when he is told now */
    Waiting of(UUID staff, Instant since, Instant until) {
        return jdbc.sql(READ)
                .param("staff", staff)
                .param("day", LocalDate.ofInstant(until, QuietHours.ZONE))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("now", until.atOffset(ZoneOffset.UTC))
                .query(WaitingWork::read)
                .single();
    }

    private static Waiting read(ResultSet row, int n) throws SQLException {
        Map<Figure, Integer> fresh = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            fresh.put(figure, row.getInt(figure.code()));
        }
        return new Waiting(row.getInt("open"), lastDay(row.getObject("nearest", OffsetDateTime.class)), fresh);
    }

    /** Due moments are the end of the last day. */
    private static @Nullable LocalDate lastDay(@Nullable OffsetDateTime due) {
        return due == null ? null : LocalDate.ofInstant(due.toInstant().minusNanos(1_000), QuietHours.ZONE);
    }
}
