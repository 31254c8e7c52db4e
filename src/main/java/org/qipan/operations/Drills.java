package org.qipan.operations;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qipan.audit.Audit;
import org.qipan.audit.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drills of restoring, and the figures by which a restored system is compared with the one it was taken from. */
@Service
class Drills {

    static final int SHOWN = 20;

    /** What holds the work and its proof, in the order people ask for it. */
    private static final List<String> TABLES = List.of("case_file", "work_item", "work_act", "case_event", "audit");

    private final JdbcClient jdbc;
    private final Audit audit;
    private final CurrentActor current;
    private final Clock clock;

    Drills(JdbcClient jdbc, Audit audit, CurrentActor current, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.current = current;
        this.clock = clock;
    }

    List<Drill> newest() {
        return jdbc.sql("select day, passed, note from recovery_drill order by day desc, id desc limit :limit")
                .param("limit", SHOWN)
                .query(Drill.class)
                .list();
    }

    /** The day of the last one that passed. */
    Optional<LocalDate> lastPassed() {
        return jdbc.sql("select max(day) from recovery_drill where passed")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /** Rows by table, now. Takes a moment on a large system, so only the page of drills asks. */
    Map<String, Long> figures() {
        Map<String, Long> figures = new LinkedHashMap<>();
        // the names are ours, never typed by anybody
        TABLES.forEach(table -> figures.put(
                table,
                jdbc.sql("select count(*) from " + table).query(Long.class).single()));
        return figures;
    }

    /** @param key of the form: a second arrival of it changes nothing */
    @Transactional
    public void record(UUID key, Drill drill) {
        int kept = jdbc.sql("""
                        insert into recovery_drill (key, day, passed, note, at) values (:key, :day, :passed, :note, :at)
                        on conflict (key) do nothing
                        """)
                .param("key", key)
                .param("day", drill.day())
                .param("passed", drill.passed())
                .param("note", drill.note())
                .param("at", OffsetDateTime.now(clock))
                .update();
        if (kept == 1) {
            audit.record(
                    current.actor(),
                    "operations.audit.drilled",
                    "drill",
                    drill.day().toString(),
                    Map.of("passed", drill.passed()));
        }
    }
}
