package org.qipan.worklist;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person has opened of the items that wait for his posts: the table {@code item_seen}. For his own list only. An item that is
 * urged or given to another post is new again; a closed one is forgotten by the statement that closes it.
 */
@Component
public class ReadMarks {

    private final JdbcClient jdbc;

    ReadMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that a person has opened an item; nothing if it was closed meanwhile. */
    @Transactional
    public void opened(long item, UUID staff) {
        // The lock waits for whoever closes the item at this moment, so that no mark outlives it.
        jdbc.sql("""
                        insert into item_seen (item, staff)
                        select w.id, :staff from work_item w
                        where w.id = :item and w.state = 'open'
                            and not exists (select 1 from item_seen s where s.item = :item and s.staff = :staff)
                        for share of w
                        on conflict do nothing
                        """).param("item", item).param("staff", staff).update();
    }

    /** An item is new for a person again: it came to him, or came back. */
    @Transactional
    public void again(long item, UUID staff) {
        jdbc.sql("delete from item_seen where item = :item and staff = :staff")
                .param("item", item)
                .param("staff", staff)
                .update();
    }
}
