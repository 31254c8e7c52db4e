package org.qipan.worklist;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    /** The clocks of the open items of a task of an instance stand still: nobody is urged, and their lamp says so. */
    @Transactional
    public void stop(String ref, String key) {
        set(ref, key, true, null);
    }

    /** They go on. @param due their end now */
    @Transactional
    public void move(String ref, String key, Instant due) {
        set(ref, key, false, due);
    }

    private void set(String ref, String key, boolean paused, @Nullable Instant due) {
        jdbc.sql("""
                        update work_item set paused = :paused, due = coalesce(cast(:due as timestamptz), due), version = version + 1
                        where ref = :ref and key = :key and state = 'open' returning role || '@' || unit
                        """)
                .param("paused", paused)
                .param("due", WorkItems.moment(due, null))
                .param("ref", ref)
                .param("key", key)
                .query(String.class)
                .list()
                .forEach(changes::touch);
    }
}
