package org.qipan.demand;

import java.util.Map;
import org.qipan.casefile.CaseEnded;
import org.qipan.casefile.CaseFiles;
import org.qipan.directory.Directory;
import org.qipan.workflow.Workflow;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Nobody waits for answers about a case that is over. */
@Component
class EndedCases {

    private final DemandTable table;
    private final DemandTexts texts;
    private final Workflow workflow;
    private final CaseFiles cases;
    private final Directory directory;

    EndedCases(DemandTable table, DemandTexts texts, Workflow workflow, CaseFiles cases, Directory directory) {
        this.table = table;
        this.texts = texts;
        this.workflow = workflow;
        this.cases = cases;
        this.directory = directory;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseEnded ended) {
        table.of(ended.caseId()).stream().filter(Demand::open).forEach(demand -> {
            texts.put(demand, "remark", ended.why());
            table.end(demand.id(), "withdrawn");
            workflow.cancel(Demands.PROCESS, demand.id().toString(), "withdrawn");
            String to = directory.name(demand.to().unit());
            cases.record(ended.caseId(), "demand-ended", null, null, null, Map.of("to", to, "why", ended.why()));
        });
    }
}
