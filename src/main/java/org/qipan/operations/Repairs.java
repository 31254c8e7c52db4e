package org.qipan.operations;

import java.util.Map;
import org.qipan.audit.Audit;
import org.qipan.audit.CurrentActor;
import org.qipan.workflow.FailedJobs;
import org.qipan.worklist.WorklistDrift;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The acts of the page, each recorded in its own transaction. */
@Service
class Repairs {

    private final FailedJobs jobs;
    private final WorklistDrift worklist;
    private final Audit audit;
    private final CurrentActor current;

    Repairs(FailedJobs jobs, WorklistDrift worklist, Audit audit, CurrentActor current) {
        this.jobs = jobs;
        this.worklist = worklist;
        this.audit = audit;
        this.current = current;
    }

    /** @return false if the work was no longer among the failed, and nothing was done */
    @Transactional
    public boolean retry(String job) {
        boolean set = jobs.retry(job);
        if (set) {
            audit.record(current.actor(), "operations.audit.retried", "job", job, Map.of());
        }
        return set;
    }

    /** @return what was put right */
    @Transactional
    public WorklistDrift.Drift rebuild() {
        WorklistDrift.Drift mended = worklist.rebuild();
        audit.record(
                current.actor(),
                "operations.audit.rebuilt",
                "worklist",
                "work_item",
                Map.of(
                        "missing", mended.missing(),
                        "surplus", mended.surplus(),
                        "different", mended.different()));
        return mended;
    }
}
