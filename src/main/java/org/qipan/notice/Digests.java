package org.qipan.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.qipan.channel.Channels;
import org.qipan.cluster.Locks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes at most one digest a day and person, from the hour he chose, on working days; nothing if nothing is new. To the first one everything
 * that waits is new. Somebody whose whole desk a colleague has is told when he is back.
 */
@Component
class Digests {

    /** What is younger waits for the next digest: its transaction may not have ended when this one looks. */
    private static final Duration SETTLED = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final DataSource database;
    private final TransactionTemplate transaction;
    private final Channels channels;
    private final NoticeChoices choices;
    private final NoticeProperties settings;
    private final QuietHours quiet;
    private final WaitingWork work;
    private final Outbox outbox;
    private final NoticeTexts texts;
    private final Clock clock;

    Digests(
            JdbcClient jdbc,
            DataSource database,
            TransactionTemplate transaction,
            Channels channels,
            NoticeChoices choices,
            NoticeProperties settings,
            QuietHours quiet,
            WaitingWork work,
            Outbox outbox,
            NoticeTexts texts,
            Clock clock) {
        this.jdbc = jdbc;
        this.database = database;
        this.transaction = transaction;
        this.channels = channels;
        this.choices = choices;
        this.settings = settings;
        this.quiet = quiet;
        this.work = work;
        this.outbox = outbox;
        this.texts = texts;
        this.clock = clock;
    }

    /** @return how many were written; none if another node is at it */
    int write() {
        Instant now = clock.instant();
        if (channels.none() || !quiet.over(now)) {
            return 0;
        }
        AtomicInteger written = new AtomicInteger();
        Locks.alone(database, "notice.digest", () -> {
            for (UUID staff : due(now)) {
                if (Objects.requireNonNull(transaction.execute(status -> one(staff, now)))) {
                    written.incrementAndGet();
                }
            }
        });
        return written.get();
    }

    private List<UUID> due(Instant now) {
        return jdbc.sql("""
                        select s.id from staff s
                        left join notice_choice c on c.staff = s.id
                        left join notice_digest d on d.staff = s.id
                        where s.enabled and not s.disabled_here and exists (select 1 from staff_post p where p.staff = s.id)
                          and coalesce(c.hour, :usual) <= :hour and (d.day is null or d.day < :day)
                        order by s.id
                        """)
                .param("usual", settings.hour())
                .param("hour", now.atZone(QuietHours.ZONE).getHour())
                .param("day", LocalDate.ofInstant(now, QuietHours.ZONE))
                .query(UUID.class)
                .list();
    }

    private boolean one(UUID staff, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, QuietHours.ZONE);
        Instant until = now.minus(SETTLED);
        Optional<Choice> choice = choices.of(staff);
        Optional<String> channel = choice.flatMap(to -> to.digest(channels));
        if (channel.isEmpty() || away(staff, day)) {
            looked(staff, day, null);
            return false;
        }
        Choice to = choice.get();
        Waiting waiting = work.of(staff, told(staff).orElse(Instant.EPOCH), until);
        looked(staff, day, until);
        Map<Waiting.Figure, Integer> wanted = waiting.wanted(to.off());
        return !wanted.isEmpty()
                && outbox.add(
                        to,
                        Message.DIGEST,
                        channel.get(),
                        "day " + day,
                        null,
                        texts.digest(to.language(), waiting, wanted),
                        null);
    }

    private boolean away(UUID staff, LocalDate day) {
        return jdbc.sql("""
                        select exists (select 1 from substitution
                            where absent = :staff and kind is null and ended_at is null and :day between from_day and to_day)
                        """)
                .param("staff", staff)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    private Optional<Instant> told(UUID staff) {
        return jdbc.sql("select until from notice_digest where staff = :staff and until is not null")
                .param("staff", staff)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private void looked(UUID staff, LocalDate day, @org.jspecify.annotations.Nullable Instant until) {
        jdbc.sql("""
                        insert into notice_digest (staff, day, until) values (:staff, :day, cast(:until as timestamptz))
                        on conflict (staff) do update set day = excluded.day, until = coalesce(excluded.until, notice_digest.until)
                        """)
                .param("staff", staff)
                .param("day", day)
                .param(
                        "until",
                        until == null ? null : until.atOffset(ZoneOffset.UTC),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }
}
