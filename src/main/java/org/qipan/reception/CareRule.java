package org.qipan.reception;

import org.qipan.complaint.KnownMatters;
import org.qipan.demand.Demand;
import org.qipan.demand.DemandRule;
import org.qipan.worklist.Refused;
import org.springframework.stereotype.Component;

/** 包案 lasts until the matter is closed. */
@Component
class CareRule implements DemandRule {

    private final KnownMatters matters;

    CareRule(KnownMatters matters) {
        this.matters = matters;
    }

    @Override
    public String kind() {
        return Leaders.CARE;
    }

    @Override
    public void answering(Demand demand) {
        if (matters.get(demand.caseId()).open()) {
            throw new Refused("reception.refused.open");
        }
    }
}
