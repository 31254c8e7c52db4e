package org.qipan.mailbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code mailbox_*}. */
@Repository
class MailTable {

    static final int PAGE = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    MailTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How far a mailbox was read; {@code uid} 0 if it never was, or was set up anew. */
    long uid(String mailbox, long validity) {
        return jdbc.sql("select uid from mailbox_progress where mailbox = ? and validity = ?")
                .params(mailbox, validity)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void reached(String mailbox, long validity, long uid) {
        jdbc.sql("""
                        insert into mailbox_progress (mailbox, validity, uid) values (:mailbox, :validity, :uid)
                        on conflict (mailbox) do update set validity = excluded.validity, uid = excluded.uid
                        """)
                .param("mailbox", mailbox)
                .param("validity", validity)
                .param("uid", uid)
                .update();
    }

    /** When a mailbox was last asked. @param failure last part of {@code mailbox.failure.*}, null if all went well */
    record Asked(Instant at, @Nullable String failure) {}

    void asked(String mailbox, @Nullable String failure) {
        jdbc.sql("""
                        insert into mailbox_poll (mailbox, at, failure) values (:mailbox, :now, :failure)
                        on conflict (mailbox) do update set at = excluded.at, failure = excluded.failure
                        """)
                .param("mailbox", mailbox)
                .param("now", OffsetDateTime.now(clock))
                .param("failure", failure)
                .update();
    }

    Optional<Asked> asked(String mailbox) {
        return jdbc.sql("select at, failure from mailbox_poll where mailbox = ?")
                .param(mailbox)
                .query((row, n) ->
                        new Asked(row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("failure")))
                .optional();
    }

    /** @return false if this mail is known already; nothing is written then */
    boolean insert(UUID id, byte[] mark, String desk, long uid, LocalDate received, @Nullable String unreadable) {
        return jdbc.sql("""
                        insert into mailbox_mail (id, mark, desk, uid, received, came, state, reason)
                        values (:id, :mark, :desk, :uid, :received, :now, :state, :reason) on conflict (mark) do nothing
                        """)
                        .param("id", id)
                        .param("mark", mark)
                        .param("desk", desk)
                        .param("uid", uid)
                        .param("received", received)
                        .param("now", OffsetDateTime.now(clock))
                        .param("state", unreadable == null ? MailRow.WAITING : MailRow.UNREADABLE)
                        .param("reason", unreadable)
                        .update()
                == 1;
    }

    /** Oldest first: who waits longest comes first. What was set aside newest first. */
    List<MailRow> list(Collection<String> desks, String state) {
        return jdbc.sql("select * from mailbox_mail where desk = any (:desks) and state = :state order by "
                        + (MailRow.ASIDE.equals(state) ? "at desc, id" : "received, uid, id") + " limit " + PAGE)
                .param("desks", desks.toArray(String[]::new))
                .param("state", state)
                .query(MailTable::row)
                .list();
    }

    /** How many there are in each state. */
    Map<String, Long> counts(Collection<String> desks) {
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql("select state, count(*) as n from mailbox_mail where desk = any (:desks) group by state")
                .param("desks", desks.toArray(String[]::new))
                .query(row -> {
                    counts.put(row.getString("state"), row.getLong("n"));
                });
        return counts;
    }

    /** @param lock whether nobody else may decide about it until the transaction ends */
    Optional<MailRow> find(UUID id, Collection<String> desks, boolean lock) {
        return jdbc.sql("select * from mailbox_mail where id = :id and desk = any (:desks)"
                        + (lock ? " for update" : ""))
                .param("id", id)
                .param("desks", desks.toArray(String[]::new))
                .query(MailTable::row)
                .optional();
    }

    void decided(UUID id, String state, @Nullable String reason, @Nullable UUID complaint, UUID by) {
        jdbc.sql("""
                        update mailbox_mail set state = :state, reason = :reason, complaint = cast(:complaint as uuid), by = :by, at = :now
                        where id = :id
                        """)
                .param("state", state)
                .param("reason", reason)
                .param("complaint", complaint)
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
    }

    /** Set aside before that moment and still to be opened. */
    List<UUID> asideBefore(Instant moment) {
        return jdbc.sql(
                        "select id from mailbox_mail where state = 'aside' and shredded is null and at < ? order by at limit 1000")
                .param(moment.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
    }

    void shredded(UUID id) {
        jdbc.sql("update mailbox_mail set shredded = :now where id = :id")
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
    }

    private static MailRow row(ResultSet row, int n) throws SQLException {
        return new MailRow(
                row.getObject("id", UUID.class),
                row.getString("desk"),
                row.getLong("uid"),
                row.getObject("received", LocalDate.class),
                row.getString("state"),
                row.getString("reason"),
                row.getObject("complaint", UUID.class),
                row.getObject("shredded", OffsetDateTime.class) != null);
    }
}
