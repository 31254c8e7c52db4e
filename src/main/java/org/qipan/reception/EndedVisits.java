package org.qipan.reception;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.qipan.casefile.CaseEnded;
import org.qipan.casefile.CaseFiles;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Nobody is received about a matter that is over; another may have the slot. */
@Component
class EndedVisits {

    private final ReceptionTable table;
    private final CaseFiles cases;
    private final Clock clock;

    EndedVisits(ReceptionTable table, CaseFiles cases, Clock clock) {
        this.table = table;
        this.cases = cases;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseEnded ended) {
        if (table.off(ended.caseId(), LocalDate.now(clock))) {
            cases.record(ended.caseId(), "reception-off", null, null, null, Map.of("why", ended.why()));
        }
    }
}
