package org.qipan.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the copy of Keycloak has come, kept in the database because any node may make the next one. */
@Component
class SyncState {

    private final JdbcClient jdbc;
    private final Clock clock;

    SyncState(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Row(
            @Nullable Instant full,
            @Nullable Instant events,
            boolean fullWanted,
            @Nullable Instant downSince,
            boolean dropAccepted) {}

    Row row() {
        return jdbc.sql("select full_at, events_until, full_wanted, down_since, drop_accepted from directory_sync")
                .query((row, number) -> new Row(
                        instant(row.getObject(1, OffsetDateTime.class)),
                        instant(row.getObject(2, OffsetDateTime.class)),
                        row.getBoolean(3),
                        instant(row.getObject(4, OffsetDateTime.class)),
                        row.getBoolean(5)))
                .single();
    }

    void seen(Instant events) {
        jdbc.sql("update directory_sync set events_until = :at where events_until is distinct from :at")
                .param("at", events.atOffset(ZoneOffset.UTC))
                .update();
    }

    void wantFull() {
        jdbc.sql("update directory_sync set full_wanted = true").update();
    }

    void copied() {
        jdbc.sql("update directory_sync set full_at = :at, full_wanted = false, drop_accepted = false")
                .param("at", now())
                .update();
        jdbc.sql("update directory_alert set closed_at = :at where closed_at is null")
                .param("at", now())
                .update();
    }

    /** @return whether this is news */
    boolean down() {
        return jdbc.sql("update directory_sync set down_since = :at where down_since is null")
                        .param("at", now())
                        .update()
                > 0;
    }

    /** @return whether this is news */
    boolean up() {
        return jdbc.sql("update directory_sync set down_since = null where down_since is not null")
                        .update()
                > 0;
    }

    /** Keeps one open alert; a later stop renews its figures. */
    void stopped(DropRule drop) {
        jdbc.sql("update directory_sync set full_at = :at, full_wanted = false")
                .param("at", now())
                .update();
        jdbc.sql("""
                        insert into directory_alert (at, staff_before, staff_after, posts_before, posts_after)
                        values (:at, :staffBefore, :staffAfter, :postsBefore, :postsAfter)
                        on conflict ((true)) where closed_at is null do update
                        set staff_before = excluded.staff_before, staff_after = excluded.staff_after,
                            posts_before = excluded.posts_before, posts_after = excluded.posts_after
                        """)
                .param("at", now())
                .param("staffBefore", drop.staffBefore())
                .param("staffAfter", drop.staffAfter())
                .param("postsBefore", drop.postsBefore())
                .param("postsAfter", drop.postsAfter())
                .update();
    }

    record Alert(Instant at, DropRule drop) {}

    Optional<Alert> alert() {
        return jdbc.sql(
                        "select at, staff_before, staff_after, posts_before, posts_after from directory_alert where closed_at is null")
                .query((row, number) -> new Alert(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        new DropRule(row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5))))
                .optional();
    }

    /** Somebody looked at the alert and says the drop is real: the next copy goes through. */
    void acceptDrop() {
        jdbc.sql("update directory_sync set drop_accepted = true, full_wanted = true")
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
