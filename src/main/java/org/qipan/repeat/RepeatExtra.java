package org.qipan.repeat;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.complaint.Bundles;
import org.qipan.directory.Staff;
import org.qipan.task.Seen;
import org.qipan.task.TaskExtra;
import org.qipan.worklist.CaseExtra;
import org.qipan.worklist.CasePage.Panel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Leads from a matter that waits to be sorted to what may be the same. */
@Component
@Order(7)
class RepeatExtra implements CaseExtra, TaskExtra {

    private final Bundles bundles;

    RepeatExtra(Bundles bundles) {
        this.bundles = bundles;
    }

    @Override
    public @Nullable Panel act(UUID caseId, Staff reader) {
        return bundles.waits(caseId, reader) ? new Panel("repeat/_link :: link", Map.of("repeatCase", caseId)) : null;
    }

    /** Whoever sorts reads there that a letter about several things is split first. */
    @Override
    public @Nullable Panel act(Seen seen) {
        return act(seen.item().caseId(), seen.by());
    }
}
