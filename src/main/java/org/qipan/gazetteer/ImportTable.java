package org.qipan.gazetteer;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.audit.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The row of each import. A state is only ever left from the state one believes it to be in. */
final class ImportTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    UUID add(String file, long bytes, Actor by) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into unit_import (id, file, started_by, started_at, state, bytes)
                        values (:id, :file, :by, :at, 'reading', :bytes)
                        """)
                .param("id", id)
                .param("file", file)
                .param("by", by.staff(), Types.OTHER)
                .param("at", at(clock.instant()))
                .param("bytes", bytes)
                .update();
        return id;
    }

    Optional<UnitImport> find(UUID id) {
        return jdbc.sql("select * from unit_import where id = :id")
                .param("id", id)
                .query((row, number) -> new UnitImport(
                        row.getObject("id", UUID.class),
                        row.getString("file"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getString("state"),
                        row.getString("reason"),
                        row.getString("encoding"),
                        row.getLong("bytes"),
                        row.getLong("bytes_read"),
                        row.getInt("added"),
                        row.getInt("changed"),
                        row.getInt("unchanged"),
                        row.getInt("bad")))
                .optional();
    }

    /** Imports somebody is working on, or was: those being read for longer than it takes to begin, and those being kept. */
    List<UUID> running(Instant begunBefore) {
        return jdbc.sql(
                        "select id from unit_import where state = 'applying' or state = 'reading' and started_at < :before")
                .param("before", at(begunBefore))
                .query(UUID.class)
                .list();
    }

    void progress(UUID id, long bytes) {
        jdbc.sql("update unit_import set bytes_read = :bytes where id = :id")
                .param("bytes", bytes)
                .param("id", id)
                .update();
    }

    void encoding(UUID id, String encoding) {
        jdbc.sql("update unit_import set encoding = :encoding where id = :id")
                .param("encoding", encoding)
                .param("id", id)
                .update();
    }

    /** @return false if it was not in that state any more */
    boolean move(UUID id, String from, String to) {
        return jdbc.sql("update unit_import set state = :to where id = :id and state = :from")
                        .param("to", to)
                        .param("from", from)
                        .param("id", id)
                        .update()
                > 0;
    }

    /** As {@link #move}, for good. @param reason message key, null if it went well */
    boolean end(UUID id, String from, String to, @Nullable String reason) {
        return jdbc.sql("""
                        update unit_import set state = :to, reason = :reason, finished_at = :at where id = :id and state = :from
                        """)
                        .param("to", to)
                        .param("from", from)
                        .param("reason", reason)
                        .param("at", at(clock.instant()))
                        .param("id", id)
                        .update()
                > 0;
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
