package org.qipan.complaint;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.course.Route;
import org.qipan.directory.Staff;
import org.qipan.worklist.CaseExtra;
import org.qipan.worklist.CasePage.Panel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way from the page of an accusation to its hand-over, for the desk alone. */
@Component
@Order(10)
class HandoverExtra implements CaseExtra {

    private final ComplaintTable table;
    private final ComplaintAccess access;

    HandoverExtra(ComplaintTable table, ComplaintAccess access) {
        this.table = table;
        this.access = access;
    }

    @Override
    public @Nullable Panel act(UUID caseId, Staff reader) {
        return table.find(caseId)
                .filter(matter -> matter.route() == Route.SEALED && access.atDesk(matter, reader))
                .map(matter -> new Panel(
                        "complaint/_handover :: link", Map.of("handoverPage", "/complaints/" + caseId + "/handover")))
                .orElse(null);
    }
}
