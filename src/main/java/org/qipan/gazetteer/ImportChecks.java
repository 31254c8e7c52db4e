package org.qipan.gazetteer;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What only the tables can tell about staged rows: codes twice, parents that are nowhere, and what the file would change. */
@Component
class ImportChecks {

    /** As many as there are levels: a row falls with its parent. */
    private static final int LEVELS = 7;

    private final JdbcClient jdbc;

    ImportChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void run(UUID id, LocalDate today) {
        jdbc.sql("analyze unit_import_row").update();
        fault(
                id,
                today,
                "code",
                "gazetteer.import.fault.duplicate",
                "r.code",
                "exists (select 1 from unit_import_row e where e.import = r.import and e.code = r.code and e.line < r.line)");
        fault(
                id,
                today,
                "code",
                "gazetteer.import.fault.closed",
                "r.code",
                "exists (select 1 from unit u where u.code = r.code and u.valid_to <= :day)");
        fault(
                id,
                today,
                "level",
                "gazetteer.import.fault.kind",
                "r.kind",
                "exists (select 1 from unit u where u.code = r.code and (u.kind <> r.kind or u.parent is distinct from r.parent))");
        int fallen = 1;
        for (int level = 0; level < LEVELS && fallen > 0; level++) {
            fallen = fault(id, today, "parent", "gazetteer.import.fault.parent.missing", "coalesce(r.parent, '')", """
                    r.parent is not null
                    and not exists (select 1 from unit u where u.code = r.parent and (u.valid_to is null or u.valid_to > :day))
                    and not exists (select 1 from unit_import_row p where p.import = r.import and p.code = r.parent and p.state <> 'bad')
                    """);
        }
        jdbc.sql("""
                        update unit_import_row r
                        set state = case when n.official = r.official then 'unchanged' else 'changed' end
                        from unit_name n
                        where r.import = :id and r.state = 'added' and n.unit = r.code
                          and n.valid_from <= :day and (n.valid_to is null or n.valid_to > :day)
                        """).param("id", id).param("day", today).update();
        count(id);
    }

    private int fault(UUID id, LocalDate today, String field, String reason, String value, String condition) {
        return jdbc.sql(
                        "with fallen as (update unit_import_row r set state = 'bad' where r.import = :id and r.state <> 'bad' and "
                                + condition
                                + " and cast(:day as date) is not null returning r.line, " + value + " as value)"
                                + " insert into unit_import_fault (import, line, field, reason, value)"
                                + " select :id, line, :field, :reason, value from fallen on conflict do nothing")
                .param("id", id)
                .param("day", today)
                .param("field", field)
                .param("reason", reason)
                .update();
    }

    private void count(UUID id) {
        jdbc.sql("""
                        update unit_import i
                        set added = c.added, changed = c.changed, unchanged = c.unchanged,
                            bad = (select count(distinct line) from unit_import_fault where import = :id)
                        from (select count(*) filter (where state = 'added') as added,
                                     count(*) filter (where state = 'changed') as changed,
                                     count(*) filter (where state = 'unchanged') as unchanged
                              from unit_import_row where import = :id) c
                        where i.id = :id
                        """).param("id", id).update();
    }
}
