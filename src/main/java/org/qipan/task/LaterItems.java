package org.qipan.task;

import java.util.Optional;
import org.qipan.worklist.Refused;
import org.qipan.worklist.WorkItem;
import org.qipan.worklist.WorkItems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What came after a completed step of the same instance. A step may be taken back while the next one waits and nobody has done anything
 * with it; a signature that was given back, or a draft, is nothing done.
 */
@Component
public class LaterItems {

    private static final String WAITING = """
            select w.id from work_item w
            where w.process = :process and w.ref = :ref and w.key = :next and w.state = 'open' and w.id > :done
            """;

    private static final String UNTOUCHED = WAITING + """
              and w.assignee is null
              and not exists (select 1 from work_act a where a.item = w.id and a.act not in ('claimed', 'released'))
              and not exists (select 1 from work_item l where l.process = w.process and l.ref = w.ref and l.id > :done and l.state = 'done')
            """;

    private final JdbcClient jdbc;
    private final WorkItems items;

    LaterItems(JdbcClient jdbc, WorkItems items) {
        this.jdbc = jdbc;
        this.items = items;
    }

    /** The item that waits after a completed one, if nobody has touched it. @param next key of its task */
    Optional<WorkItem> untouched(WorkItem done, String next) {
        return ask(UNTOUCHED, done, next).flatMap(id -> items.find(id)).map(stored -> stored.item());
    }

    /**
     * Keeps what waits from being signed for until the transaction ends. To be called after the capability took its own locks.
     *
     * @throws Refused if somebody has touched it
     */
    public void hold(WorkItem done, String next) {
        // Locked first and looked at by a second statement: what somebody did until the lock was given is seen.
        ask(WAITING + " for update of w", done, next);
        untouched(done, next).orElseThrow(() -> new Refused("task.recall.refused.later"));
    }

    /** The item of the instance that is open now, whichever it is. */
    Optional<Long> open(WorkItem done) {
        return jdbc.sql(
                        "select id from work_item where process = :process and ref = :ref and state = 'open' order by id desc limit 1")
                .param("process", done.process())
                .param("ref", done.ref())
                .query(Long.class)
                .optional();
    }

    private Optional<Long> ask(String sql, WorkItem done, String next) {
        return jdbc.sql(sql)
                .param("process", done.process())
                .param("ref", done.ref())
                .param("next", next)
                .param("done", done.id())
                .query(Long.class)
                .optional();
    }
}
