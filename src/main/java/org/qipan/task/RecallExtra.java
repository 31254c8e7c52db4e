package org.qipan.task;

import java.util.List;
import java.util.Map;
import org.qipan.worklist.CasePage.Panel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Offers to take back what the reader has completed. */
@Component
@Order(10)
class RecallExtra implements TaskExtra {

    private final Recalls recalls;

    RecallExtra(Recalls recalls) {
        this.recalls = recalls;
    }

    @Override
    public List<Panel> notices(Seen seen) {
        return recalls.waiting(seen).stream()
                .map(waiting -> new Panel("task/_recall :: offer", Map.of()))
                .toList();
    }
}
