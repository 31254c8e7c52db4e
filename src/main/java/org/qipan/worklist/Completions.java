package org.qipan.worklist;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.qipan.directory.Directory;
import org.qipan.workflow.TaskGone;
import org.qipan.workflow.Workflow;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Completing, returning and signing: ledger, rules, item, act and engine in one transaction. The item is closed by its version and after
 * the capability took its own locks, so that locks are taken in the one order of the house.
 */
@Service
class Completions {

    private static final int TRIES = 3;

    private final Once once;
    private final CasePages pages;
    private final Workflow workflow;
    private final Directory directory;
    private final JdbcClient jdbc;
    private final Clock clock;

    Completions(Once once, CasePages pages, Workflow workflow, Directory directory, JdbcClient jdbc, Clock clock) {
        this.once = once;
        this.pages = pages;
        this.workflow = workflow;
        this.directory = directory;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A submission. @param version of the page it was typed on; @param hash of everything typed */
    record Submitted(UUID key, String route, int version, String hash) {}

    /**
     * Completes a task.
     *
     * @param act {@code completed} or {@code returned}
     * @param values accepted by the form
     * @param next where to go afterwards, asked inside the transaction
     * @throws Conflict if somebody was faster
     * @throws Refused if a rule forbids it
     * @throws Once.KeyReused if the key belongs to something else
     */
    String complete(Seen seen, String act, Map<String, Object> values, Submitted submitted, Supplier<String> next) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once.run(submitted.key(), seen.by().id(), submitted.route(), submitted.hash(), () -> {
                    close(seen, act, values, submitted.version());
                    return next.get();
                });
            } catch (TaskGone e) {
                throw new Conflict(seen.item().id());
            } catch (ConcurrencyFailureException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private void close(Seen seen, String act, Map<String, Object> values, int version) {
        WorkItem item = seen.item();
        if (!seen.open() || seen.takenByOther() || item.version() != version) {
            throw new Conflict(item.id());
        }
        if (seen.toBeClaimed()) {
            throw new Refused("worklist.refused.unclaimed");
        }
        Map<String, Object> variables = pages.of(item.process()).completing(item, values, seen.by(), item.post());
        int closed = jdbc.sql("""
                        with closed as (
                            update work_item set state = 'done', closed = :now, closed_post = :title, version = version + 1
                            where id = :id and state = 'open' and version = :version
                            returning id, case_id, role, unit)
                        insert into work_act (item, case_id, staff, role, unit, act, at)
                        select id, case_id, :staff, role, unit, :act, :now from closed
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("title", directory.title(item.post()))
                .param("id", item.id())
                .param("version", version)
                .param("staff", seen.by().id())
                .param("act", act)
                .update();
        if (closed == 0) {
            throw new Conflict(item.id());
        }
        workflow.complete(item.task(), variables);
    }
}
