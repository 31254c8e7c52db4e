package org.qipan.worklist;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves the clock of one item. */
@Component
public class ItemClocks {

    private final JdbcClient jdbc;
    private final Changes changes;

    ItemClocks(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /**
     * Because an extension was approved; a stage that is moved later leaves it alone unless it gives more.
     *
     * @return false if the item is closed, was due at another moment than {@code from}, or had its extension already
     */
    @Transactional
    public boolean extend(long item, Instant from, Instant to) {
        List<String> posts = jdbc.sql("""
                        update work_item set due = cast(:to as timestamptz), extended = true, version = version + 1
                        where id = :item and state = 'open' and due = cast(:from as timestamptz) and not extended
                        returning role || '@' || unit
                        """)
                .param("to", WorkItems.moment(to, null))
                .param("from", WorkItems.moment(from, null))
                .param("item", item)
                .query(String.class)
                .list();
        posts.forEach(changes::touch);
        return !posts.isEmpty();
    }
}
