package org.qipan.recusal;

import java.util.Map;
import org.qipan.casefile.CaseFiles;
import org.qipan.complaint.ComplaintMoved;
import org.qipan.workflow.Workflow;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What nobody decided while the matter lasted is nobody's task any more. */
@Component
class EndedRequests {

    private final RequestTable table;
    private final Workflow workflow;
    private final CaseFiles cases;

    EndedRequests(RequestTable table, Workflow workflow, CaseFiles cases) {
        this.table = table;
        this.workflow = workflow;
        this.cases = cases;
    }

    @EventListener
    @Transactional
    public void on(ComplaintMoved moved) {
        if (moved.over()) {
            table.over(moved.id()).forEach(id -> {
                workflow.cancel(RecusalRequests.KIND, id.toString(), "over");
                workflow.cancel(OwnRecusals.PROCESS, id.toString(), "over");
                cases.close(id);
                cases.record(moved.id(), "recusal-over", null, null, null, Map.of());
            });
        }
    }
}
