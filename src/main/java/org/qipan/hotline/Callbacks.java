package org.qipan.hotline;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.complaint.ComplaintMoved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The outbox of what other systems are told: written in the transaction of the change, so that nothing is told that did not happen. */
@Component
class Callbacks {

    private static final int DONE_DAYS = 30;
    private static final int DEAD_DAYS = 90;
    private static final int SHOWN = 100;

    private final JdbcClient jdbc;
    private final HotlineProperties settings;
    private final Clock clock;

    Callbacks(JdbcClient jdbc, HotlineProperties settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ComplaintMoved moved) {
        String[] clients = settings.clients().stream()
                .filter(client -> !client.callbackUrl().isBlank())
                .map(HotlineProperties.Client::id)
                .toArray(String[]::new);
        if (clients.length > 0) {
            write(moved, clients);
        }
    }

    /** Whose matter was merged into this one reads its course as his own. */
    private void write(ComplaintMoved moved, String[] clients) {
        List<UUID> told = jdbc.sql("""
                        select complaint from hotline_matter where client = any (:clients)
                            and complaint in (select cast(:id as uuid) union all select id from complaint where merged_into = :id)
                        """)
                .param("clients", clients)
                .param("id", moved.id())
                .query(UUID.class)
                .list();
        OffsetDateTime now = OffsetDateTime.now(clock);
        for (UUID matter : told) {
            jdbc.sql("""
                            insert into hotline_callback (id, complaint, client, state, made, next_at)
                            select :id, complaint, client, :state, :now, :now from hotline_matter where complaint = :matter
                            """)
                    .param("id", UUID.randomUUID())
                    .param("state", moved.state())
                    .param("now", now)
                    .param("matter", matter)
                    .update();
        }
    }

    /** The next whose time has come, locked; of one matter the earlier goes first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Callback> next(Collection<String> clients) {
        return jdbc.sql("""
                        select b.id, b.complaint, b.client, m.outside_number, b.state, b.made, b.attempts
                        from hotline_callback b join hotline_matter m on m.complaint = b.complaint
                        where b.outcome = 'waiting' and b.next_at <= :now and b.client = any (:clients)
                            and not exists (select from hotline_callback e
                                where e.complaint = b.complaint and e.outcome = 'waiting' and e.no < b.no)
                        order by b.next_at, b.no limit 1 for update of b skip locked
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("clients", clients.toArray(String[]::new))
                .query((row, n) -> new Callback(
                        row.getObject("id", UUID.class),
                        row.getObject("complaint", UUID.class),
                        row.getString("client"),
                        row.getString("outside_number"),
                        row.getString("state"),
                        row.getObject("made", OffsetDateTime.class).toInstant(),
                        row.getInt("attempts")))
                .optional();
    }

    /** @param outcome {@code sent}, {@code dead}, or {@code waiting} for {@code next} */
    void mark(Callback callback, String outcome, @Nullable String reason, Instant next) {
        jdbc.sql("""
                        update hotline_callback set outcome = :outcome, reason = :reason, next_at = :next, attempts = attempts + 1, tried = :now
                        where id = :id
                        """)
                .param("outcome", outcome)
                .param("reason", reason)
                .param("next", next.atOffset(ZoneOffset.UTC))
                .param("now", OffsetDateTime.now(clock))
                .param("id", callback.id())
                .update();
    }

    /** A call-back as the administrator sees it. */
    record Row(
            String client,
            String outsideNumber,
            String state,
            String outcome,
            @Nullable String reason,
            int attempts) {}

    /** What did not get through, and what waits after a failure; newest first. */
    List<Row> failing() {
        return jdbc.sql("""
                        select b.client, m.outside_number, b.state, b.outcome, b.reason, b.attempts
                        from hotline_callback b join hotline_matter m on m.complaint = b.complaint
                        where b.outcome = 'dead' or b.outcome = 'waiting' and b.attempts > 0 order by b.no desc limit
                        """ + SHOWN)
                .query((row, n) -> new Row(
                        row.getString("client"),
                        row.getString("outside_number"),
                        row.getString("state"),
                        row.getString("outcome"),
                        row.getString("reason"),
                        row.getInt("attempts")))
                .list();
    }

    /** Dead letters go again, under their old ids. @return how many */
    @Transactional
    public int resend() {
        return jdbc.sql(
                        "update hotline_callback set outcome = 'waiting', attempts = 0, next_at = :now where outcome = 'dead'")
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    @Scheduled(cron = "0 49 3 * * *", zone = "Asia/Shanghai")
    void forget() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql(
                        "delete from hotline_callback where made < :done and outcome = 'sent' or made < :dead and outcome = 'dead'")
                .param("done", now.minusDays(DONE_DAYS))
                .param("dead", now.minusDays(DEAD_DAYS))
                .update();
    }
}
