package org.qipan.complaint;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How matters hang together in table {@code complaint}: parted from one letter, or merged. */
@Repository
class BundleTable {

    private final JdbcClient jdbc;
    private final ComplaintTable table;

    BundleTable(JdbcClient jdbc, ComplaintTable table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    /** What was parted from a letter. */
    List<UUID> parts(UUID letter) {
        return jdbc.sql(
                        "select c.id from complaint c join case_file f on f.id = c.id where c.split_from = ? order by f.number nulls last, c.id")
                .param(letter)
                .query(UUID.class)
                .list();
    }

    /** A further matter out of the same letter. */
    void part(UUID id, UUID letter) {
        jdbc.sql("""
                        insert into complaint (id, channel, mode, desk, place, area, concerned, received, outside_number, people, reachable,
                            electronic, sealed, split_from)
                        select :id, channel, mode, desk, place, area, concerned, received, outside_number, people, reachable, electronic,
                            sealed, id
                        from complaint where id = :letter""").param("id", id).param("letter", letter).update();
    }

    /** One of many is over, and counts in the other. */
    void merged(UUID id, UUID into) {
        jdbc.sql(
                        "update complaint o set people = o.people + c.people from complaint c where o.id = :into and c.id = :id")
                .param("into", into)
                .param("id", id)
                .update();
        jdbc.sql("update complaint set merged_into = :into where id = :id")
                .param("into", into)
                .param("id", id)
                .update();
        table.close(id, "merged");
    }

    /** Whether a unit that works on {@code other} is excluded from {@code id}. */
    boolean handledByExcluded(UUID id, UUID other) {
        return jdbc.sql("""
                        select exists (select from work_item w
                            where w.case_id = :other and w.state = 'open'
                              and case_excluded(:id, null, array[w.unit], array[substr(w.unit, 1, 12)::bigint]))""")
                .param("other", other)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }
}
