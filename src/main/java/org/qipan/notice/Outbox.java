package org.qipan.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code outbox}, row by row. Always in a transaction: a message commits with what it tells of, a mark with nothing else. */
@Component
class Outbox {

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return false if the person was told the same by this channel before; nothing is written then */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean add(
            Choice to,
            String kind,
            String channel,
            String key,
            @Nullable Long item,
            String text,
            @Nullable String dead) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return jdbc.sql("""
                        insert into outbox (id, staff, kind, channel, key, item, language, text, made, next_at, state, reason)
                        values (:id, :staff, :kind, :channel, :key, cast(:item as bigint), :language, :text, :now, :now, :state, :reason)
                        on conflict (key, staff, channel) do nothing
                        """)
                        .param("id", UUID.randomUUID())
                        .param("staff", to.staff())
                        .param("kind", kind)
                        .param("channel", channel)
                        .param("key", key)
                        .param("item", item)
                        .param("language", to.language())
                        .param("text", text)
                        .param("now", now)
                        .param("state", dead == null ? "waiting" : "dead")
                        .param("reason", dead)
                        .update()
                == 1;
    }

    /** The next message whose time has come, locked; those another node holds are passed over. Danger first, by any of its channels. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Message> next(Collection<String> channels, Collection<String> resting) {
        return jdbc.sql("""
                        select id, staff, kind, channel, key, item, language, text, made, attempts from outbox
                        where state = 'waiting' and next_at <= :now and channel = any (:channels)
                            and (kind = 'danger' or channel <> all (:resting))
                        order by (kind <> 'danger'), next_at, no
                        limit 1 for update skip locked
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("channels", channels.toArray(String[]::new))
                .param("resting", resting.toArray(String[]::new))
                .query(Outbox::read)
                .optional();
    }

    void sent(Message message) {
        mark(message, "sent", message.attempts() + 1, null, clock.instant());
    }

    /** It stays, for later. */
    void failed(Message message, String reason, Instant next) {
        mark(message, "waiting", message.attempts() + 1, reason, next);
    }

    /** Nobody tries again until a person wants it. */
    void dead(Message message, String reason) {
        mark(message, "dead", message.attempts() + 1, reason, clock.instant());
    }

    /** It is no longer to be told. */
    void dropped(Message message, String reason) {
        mark(message, "dropped", message.attempts(), reason, clock.instant());
    }

    /** It waits until people may be disturbed; that is no attempt. */
    void postponed(Message message, Instant next) {
        mark(message, "waiting", message.attempts(), "quiet", next);
    }

    private void mark(Message message, String state, int attempts, @Nullable String reason, Instant next) {
        jdbc.sql("""
                        update outbox set state = :state, attempts = :attempts, reason = :reason, next_at = :next,
                            tried = case when :attempts > attempts then :now else tried end
                        where id = :id
                        """)
                .param("state", state)
                .param("attempts", attempts)
                .param("reason", reason)
                .param("next", next.atOffset(ZoneOffset.UTC))
                .param("now", OffsetDateTime.now(clock))
                .param("id", message.id())
                .update();
    }

    private static Message read(ResultSet row, int n) throws SQLException {
        long item = row.getLong("item");
        return new Message(
                row.getObject("id", UUID.class),
                row.getObject("staff", UUID.class),
                row.getString("kind"),
                row.getString("channel"),
                row.getString("key"),
                item == 0 ? null : Long.valueOf(item),
                row.getString("language"),
                row.getString("text"),
                row.getObject("made", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"));
    }
}
