package org.qipan;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills a table with very many rows: its indexes are made afterwards, as they were. */
public final class Seed {

    private Seed() {}

    /** @param sql one insert into the table */
    public static void into(JdbcClient jdbc, String table, String sql) {
        List<Map<String, Object>> indexes =
                jdbc.sql("""
                        select indexname as name, indexdef as made from pg_indexes
                        where tablename = ? and indexname not in (select conname from pg_constraint where conrelid = cast(? as regclass))""").params(table, table).query().listOfRows();
        indexes.forEach(index -> jdbc.sql("drop index " + index.get("name")).update());
        jdbc.sql(sql).update();
        indexes.forEach(index -> jdbc.sql((String) index.get("made")).update());
        jdbc.sql("vacuum analyze " + table).update();
    }
}
