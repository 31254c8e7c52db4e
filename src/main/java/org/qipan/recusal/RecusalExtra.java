package org.qipan.recusal;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseFiles;
import org.qipan.directory.Staff;
import org.qipan.worklist.CaseExtra;
import org.qipan.worklist.CasePage.Panel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way from the page of a matter to leaving it. */
@Component
@Order(8)
class RecusalExtra implements CaseExtra {

    private final CaseFiles cases;

    RecusalExtra(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public @Nullable Panel act(UUID caseId, Staff reader) {
        return cases.get(caseId).kind().equals(MatterRecusalController.KIND)
                ? new Panel("recusal/_link :: link", Map.of("recusalPage", "/complaints/" + caseId + "/recusal"))
                : null;
    }
}
