package org.qipan.gazetteer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.qipan.cluster.Locks;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows and faults of an import while somebody looks at them; none of it is in the directory before {@link #keep}. */
final class StagedUnits {

    private static final int FAULTS = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    StagedUnits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes the rows into the directory, one import at a time. */
    void keep(UUID id) {
        LocalDate today = LocalDate.now(clock);
        LocalDate ever = LocalDate.parse(FirstLoad.SINCE_EVER);
        Locks.await(jdbc, "gazetteer.import");
        jdbc.sql("""
                        insert into unit (code, kind, parent, area, valid_from)
                        select code, kind, parent, area, :ever from unit_import_row where import = :id and state = 'added'
                        """).param("id", id).param("ever", ever).update();
        jdbc.sql("""
                        update unit_name n set valid_to = :day
                        from unit_import_row r
                        where r.import = :id and r.state = 'changed' and n.unit = r.code
                          and n.valid_from < :day and (n.valid_to is null or n.valid_to > :day)
                        """).param("id", id).param("day", today).update();
        jdbc.sql("""
                        insert into unit_name (unit, valid_from, official, short, name, initials, pinyin)
                        select code, case state when 'added' then cast(:ever as date) else :day end, official, short, short, initials, pinyin
                        from unit_import_row where import = :id and state in ('added', 'changed')
                        on conflict (unit, valid_from) do update
                        set official = excluded.official, short = excluded.short, name = excluded.name,
                            initials = excluded.initials, pinyin = excluded.pinyin
                        """).param("id", id).param("ever", ever).param("day", today).update();
        jdbc.sql(SisterNames.touched()).param("import", id).param("day", today).update();
    }

    List<UnitImport.Fault> faults(UUID id, int limit) {
        return faults(id, new UnitImport.Fault(0, "", "", ""), limit);
    }

    /** All of them, a page at a time. */
    void eachFault(UUID id, Consumer<UnitImport.Fault> reader) {
        List<UnitImport.Fault> page = faults(id, FAULTS);
        while (!page.isEmpty()) {
            page.forEach(reader);
            page = faults(id, page.get(page.size() - 1), FAULTS);
        }
    }

    private List<UnitImport.Fault> faults(UUID id, UnitImport.Fault after, int limit) {
        return jdbc.sql("""
                        select line, field, reason, value from unit_import_fault
                        where import = :id and (line, field, reason) > (:line, :field, :reason)
                        order by line, field, reason limit :limit
                        """)
                .param("id", id)
                .param("line", after.line())
                .param("field", after.field())
                .param("reason", after.reason())
                .param("limit", limit)
                .query(UnitImport.Fault.class)
                .list();
    }

    void clear(UUID id) {
        clearRows(id);
        jdbc.sql("delete from unit_import_fault where import = :id")
                .param("id", id)
                .update();
    }

    void clearRows(UUID id) {
        jdbc.sql("delete from unit_import_row where import = :id")
                .param("id", id)
                .update();
    }
}
