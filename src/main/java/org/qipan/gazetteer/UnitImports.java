package org.qipan.gazetteer;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.qipan.audit.Actor;
import org.qipan.audit.Audit;
import org.qipan.cluster.Locks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes files of units in two steps: read and shown, then kept when somebody confirms. Whoever works on one holds its lock, which goes
 * with the program: what has no lock and is not finished was broken off.
 */
@Service
class UnitImports {

    private static final Logger LOG = LoggerFactory.getLogger(UnitImports.class);
    private static final Duration TO_BEGIN = Duration.ofMinutes(1);
    private static final String BROKEN = "gazetteer.import.refused.broken";

    private final DataSource database;
    private final JdbcClient jdbc;
    private final ImportTable table;
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
        this.database = database;
        this.jdbc = jdbc;
        this.table = new ImportTable(jdbc, clock);
        this.files = new ImportFile(database);
        this.staged = new StagedUnits(jdbc, clock);
        this.checks = checks;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    UUID begin(String file, long bytes, Actor by) {
        return table.add(file, bytes, by);
    }

    /** Reads the file into the staging tables; nothing of the directory changes. */
    void read(UUID id, Path file) {
        Locks.alone(database, lock(id), () -> {
            try {
                table.encoding(id, files.stage(id, file, bytes -> table.progress(id, bytes)));
                transaction.executeWithoutResult(status -> checks.run(id, LocalDate.now(clock)));
                if (!table.move(id, "reading", "ready")) {
                    staged.clear(id);
                }
            } catch (ImportRefused e) {
                fail(id, "reading", e.key());
            } catch (IOException | SQLException | RuntimeException e) {
                LOG.error("Import {} could not be read", id, e);
                fail(id, "reading", BROKEN);
            }
        });
    }

    /** @return false if it was not waiting for this, because somebody else decided first */
    boolean confirm(UUID id) {
        return table.move(id, "ready", "applying");
    }

    /** Second half of {@link #confirm}: all rows and the word that they are kept in one transaction, or none. */
    void apply(UUID id, Actor by) {
        Locks.alone(database, lock(id), () -> {
            try {
                transaction.executeWithoutResult(status -> keep(id, by));
            } catch (RuntimeException e) {
                LOG.error("Import {} could not be kept", id, e);
                fail(id, "applying", BROKEN);
                return;
            }
            jdbc.sql("analyze unit").update();
            jdbc.sql("analyze unit_name").update();
            staged.clearRows(id);
        });
    }

    private void keep(UUID id, Actor by) {
        if (!table.end(id, "applying", "applied", null)) {
            return;
        }
        staged.keep(id);
        UnitImport done = find(id).orElseThrow();
        audit.record(
                by,
                "directory.audit.import",
                "unit-import",
                id.toString(),
                Map.of("file", done.file(), "added", done.added(), "changed", done.changed(), "bad", done.bad()));
    }

    boolean discard(UUID id) {
        boolean discarded = table.end(id, "ready", "discarded", null);
        if (discarded) {
            staged.clear(id);
        }
        return discarded;
    }

    /** Says of imports whose program ended under them that nothing was kept. */
    @Scheduled(
            fixedDelayString = "${qipan.gazetteer.sweep:1m}",
            initialDelayString = "${qipan.gazetteer.first-sweep:5s}")
    void sweep() {
        for (UUID id : table.running(clock.instant().minus(TO_BEGIN))) {
            Locks.alone(database, lock(id), () -> {
                if (fail(id, "reading", "gazetteer.import.refused.interrupted")
                        || fail(id, "applying", "gazetteer.import.refused.interrupted")) {
                    LOG.warn("Import {} was broken off", id);
                }
            });
        }
    }

    Optional<UnitImport> find(UUID id) {
        return table.find(id);
    }

    List<UnitImport.Fault> faults(UUID id, int limit) {
        return staged.faults(id, limit);
    }

    void eachFault(UUID id, Consumer<UnitImport.Fault> reader) {
        staged.eachFault(id, reader);
    }

    private boolean fail(UUID id, String from, String reason) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean failed = table.end(id, from, "failed", reason);
            if (failed) {
                staged.clear(id);
            }
            return failed;
        }));
    }

    private static String lock(UUID id) {
        return "gazetteer.import." + id;
    }
}
