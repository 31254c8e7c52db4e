package org.qipan.task;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.qipan.workflow.TaskGone;
import org.qipan.workflow.Workflow;
import org.qipan.worklist.CasePage;
import org.qipan.worklist.CasePages;
import org.qipan.worklist.Refused;
import org.qipan.worklist.WorkActs;
import org.qipan.worklist.WorkItem;
import org.qipan.worklist.WorkItems;
import org.springframework.dao.ConcurrencyFailureException;
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
    private final WorkItems items;
    private final WorkActs acts;
    private final Remarks remarks;
    private final TaskExtras extras;

    Completions(
            Once once,
            CasePages pages,
            Workflow workflow,
            WorkItems items,
            WorkActs acts,
            Remarks remarks,
            TaskExtras extras) {
        this.extras = extras;
        this.once = once;
        this.pages = pages;
        this.workflow = workflow;
        this.items = items;
        this.acts = acts;
        this.remarks = remarks;
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
        Map<String, Object> variables = asked(seen, values);
        if (!acts.close(item, version, seen.by().id(), act)) {
            throw new Conflict(item.id());
        }
        remarks.keep(seen.by().id(), CasePage.returned(values).values());
        workflow.complete(item.task(), variables);
    }

    /** What the rules say. What they forbid is no news to somebody whose page is stale: what they looked at may be another's doing. */
    private Map<String, Object> asked(Seen seen, Map<String, Object> values) {
        WorkItem item = seen.item();
        try {
            if (seen.toBeClaimed()) {
                throw new Refused("task.refused.unclaimed");
            }
            secondPairOfEyes(seen);
            extras.completing(seen);
            return pages.of(item.process()).completing(item, values, seen.worker(), item.post());
        } catch (Refused e) {
            if (!items.open(item.id(), item.version())) {
                throw new Conflict(item.id());
            }
            throw e;
        }
    }

    private void secondPairOfEyes(Seen seen) {
        WorkItem item = seen.item();
        String key = pages.of(item.process()).decidesOn(item);
        if (key != null && acts.completed(seen.by().id(), item, key, seen.absent() == null)) {
            throw new Refused("task.refused.own");
        }
    }
}
