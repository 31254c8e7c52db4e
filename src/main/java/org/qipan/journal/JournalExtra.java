package org.qipan.journal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.complaint.CaseSection;
import org.qipan.directory.Staff;
import org.qipan.task.Seen;
import org.qipan.task.TaskExtra;
import org.qipan.worklist.CasePage.Panel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The entries beside the work of whoever handles, signs or checks, and on the page of the matter. */
@Component
@Order(25)
class JournalExtra implements TaskExtra, CaseSection {

    private final Journal journal;

    JournalExtra(Journal journal) {
        this.journal = journal;
    }

    @Override
    public List<Panel> notices(Seen seen) {
        Panel panel = section(seen.item().caseId(), seen.by());
        return panel == null ? List.of() : List.of(panel);
    }

    @Override
    public @Nullable Panel act(Seen seen) {
        return journal.mayWrite(seen) ? new Panel("journal/_journal :: act", Map.of()) : null;
    }

    @Override
    public @Nullable Panel section(UUID complaint, Staff reader) {
        List<Journal.Line> lines = journal.of(complaint, reader);
        return lines.isEmpty() ? null : new Panel("journal/_journal :: entries", Map.of("entries", lines));
    }
}
