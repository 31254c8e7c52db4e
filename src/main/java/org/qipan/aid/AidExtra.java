package org.qipan.aid;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.complaint.KnownMatters;
import org.qipan.directory.Staff;
import org.qipan.worklist.CaseExtra;
import org.qipan.worklist.CasePage.Panel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way from the page of a matter to help for its petitioner: for the desk alone. */
@Component
@Order(6)
class AidExtra implements CaseExtra {

    private final KnownMatters matters;

    AidExtra(KnownMatters matters) {
        this.matters = matters;
    }

    @Override
    public @Nullable Panel act(UUID caseId, Staff reader) {
        return matters.find(caseId, reader)
                .filter(matter -> matters.atDesk(matter, reader))
                .map(matter -> new Panel("aid/_link :: link", Map.of("aidMatter", matter.id())))
                .orElse(null);
    }
}
