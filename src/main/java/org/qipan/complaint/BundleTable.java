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

    /** What was parted from a letter, then what its petitioner reported one level up about any of it. */
    List<UUID> parts(UUID letter) {
        return jdbc.sql("""
                        with part as (select id from complaint where split_from = :letter),
                            alarm as (select id from complaint where alarm_of = :letter
                                union all select c.id from part join complaint c on c.alarm_of = part.id)
                        select a.id from (select id, 1 as place from part union all select id, 2 from alarm) a
                            join case_file f on f.id = a.id
                        order by a.place, f.number nulls last, a.id""").param("letter", letter).query(UUID.class).list();
    }

    /** What its petitioner reports about a matter reaches him under the receipt of that. */
    void alarm(UUID id, UUID first) {
        jdbc.sql("update complaint set alarm_of = :first where id = :id")
                .param("first", first)
                .param("id", id)
                .update();
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
