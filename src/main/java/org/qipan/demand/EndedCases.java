package org.qipan.demand;

import java.util.Map;
import org.qipan.casefile.CaseEnded;
import org.qipan.casefile.CaseFiles;
import org.qipan.directory.Directory;
import org.qipan.vault.Safe;
import org.qipan.workflow.Workflow;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Nobody waits for answers about a case that is over. */
@Component
class EndedCases {

    private final DemandTable table;
    private final Workflow workflow;
    private final CaseFiles cases;
    private final Directory directory;
    private final Safe safe;

    EndedCases(DemandTable table, Workflow workflow, CaseFiles cases, Directory directory, Safe safe) {
        this.table = table;
        this.workflow = workflow;
        this.cases = cases;
        this.directory = directory;
        this.safe = safe;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseEnded ended) {
        table.of(ended.caseId()).stream().filter(Demand::open).forEach(demand -> {
            safe.put(ended.caseId(), DemandViews.field(demand.id(), "remark"), ended.why());
            table.end(demand.id(), "withdrawn");
            workflow.cancel(Demands.PROCESS, demand.id().toString(), "withdrawn");
            String to = directory.name(demand.to().unit());
            cases.record(ended.caseId(), "demand-ended", null, null, ended.why(), Map.of("to", to));
        });
    }
}
