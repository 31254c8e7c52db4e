package org.qipan.gazetteer;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.qipan.audit.Actor;
import org.qipan.audit.Audit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files of units in two steps: read and shown, then kept when somebody confirms. */
@Service
class UnitImports {

    private static final Logger LOG = LoggerFactory.getLogger(UnitImports.class);

    private final JdbcClient jdbc;
    private final ImportFile files;
    private final StagedUnits staged;
    private final ImportChecks checks;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Clock clock;

    UnitImports(
            DataSource database,
            JdbcClient jdbc,
            ImportChecks checks,
            TransactionTemplate transaction,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.files = new ImportFile(database);
        this.staged = new StagedUnits(jdbc, clock);
        this.checks = checks;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    UUID begin(String file, long bytes, Actor by) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into unit_import (id, file, started_by, started_at, state, bytes)
                        values (:id, :file, :by, :at, 'reading', :bytes)
                        """)
                .param("id", id)
                .param("file", file)
                .param("by", by.staff(), java.sql.Types.OTHER)
                .param("at", now())
                .param("bytes", bytes)
                .update();
        return id;
    }

    /** Reads the file into the staging tables; nothing of the directory changes. */
    void read(UUID id, Path file) {
        try {
            String encoding = files.stage(id, file, bytes -> progress(id, bytes));
            jdbc.sql("update unit_import set encoding = :encoding where id = :id")
                    .param("encoding", encoding)
                    .param("id", id)
                    .update();
            transaction.executeWithoutResult(status -> checks.run(id, LocalDate.now(clock)));
            end(id, "ready", null);
        } catch (ImportRefused e) {
            staged.clear(id);
            end(id, "failed", e.key());
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.error("Import {} could not be read", id, e);
            staged.clear(id);
            end(id, "failed", "gazetteer.import.refused.broken");
        }
    }

    /** @return false if it was not waiting for this, because somebody else decided first */
    boolean confirm(UUID id) {
        return move(id, "ready", "applying");
    }

    /** Second half of {@link #confirm}: all rows in one transaction, or none. */
    void apply(UUID id, Actor by) {
        try {
            transaction.executeWithoutResult(status -> {
                staged.keep(id);
                UnitImport done = find(id).orElseThrow();
                audit.record(
                        by,
                        "directory.audit.import",
                        "unit-import",
                        id.toString(),
                        Map.of(
                                "file",
                                done.file(),
                                "added",
                                done.added(),
                                "changed",
                                done.changed(),
                                "bad",
                                done.bad()));
            });
            end(id, "applied", null);
            jdbc.sql("analyze unit").update();
            jdbc.sql("analyze unit_name").update();
            staged.clearRows(id);
        } catch (RuntimeException e) {
            LOG.error("Import {} could not be kept", id, e);
            end(id, "failed", "gazetteer.import.refused.broken");
        }
    }

    boolean discard(UUID id) {
        boolean discarded = move(id, "ready", "discarded");
        if (discarded) {
            staged.clear(id);
        }
        return discarded;
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

    List<UnitImport.Fault> faults(UUID id, int limit) {
        return staged.faults(id, limit);
    }

    void eachFault(UUID id, Consumer<UnitImport.Fault> reader) {
        staged.eachFault(id, reader);
    }

    private void progress(UUID id, long bytes) {
        jdbc.sql("update unit_import set bytes_read = :bytes where id = :id")
                .param("bytes", bytes)
                .param("id", id)
                .update();
    }

    private boolean move(UUID id, String from, String to) {
        return jdbc.sql("update unit_import set state = :to where id = :id and state = :from")
                        .param("to", to)
                        .param("from", from)
                        .param("id", id)
                        .update()
                > 0;
    }

    private void end(UUID id, String state, @Nullable String reason) {
        jdbc.sql("update unit_import set state = :state, reason = :reason, finished_at = :at where id = :id")
                .param("state", state)
                .param("reason", reason)
                .param("at", now())
                .param("id", id)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
