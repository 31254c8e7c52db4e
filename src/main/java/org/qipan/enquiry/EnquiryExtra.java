package org.qipan.enquiry;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Staff;
import org.qipan.task.Seen;
import org.qipan.task.TaskExtra;
import org.qipan.worklist.CaseExtra;
import org.qipan.worklist.CasePage.Panel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way from the page of a matter, or of its task, to its enquiries: for who may write one, and for everybody where there are some. */
@Component
@Order(3)
class EnquiryExtra implements CaseExtra, TaskExtra {

    private final EnquirySight sight;
    private final EnquiryTable table;

    EnquiryExtra(EnquirySight sight, EnquiryTable table) {
        this.sight = sight;
        this.table = table;
    }

    @Override
    public @Nullable Panel act(UUID caseId, Staff reader) {
        return sight.matter(caseId, reader)
                .filter(matter -> sight.handler(caseId, reader).isPresent()
                        || !table.of(caseId).isEmpty())
                .map(matter -> new Panel("enquiry/_link :: link", Map.of("enquiries", EnquiryController.url(caseId))))
                .orElse(null);
    }

    /** In a village the handler opens his task and no page of the matter. */
    @Override
    public @Nullable Panel act(Seen seen) {
        return sight.handler(seen.item().caseId(), seen.by()).isPresent()
                ? act(seen.item().caseId(), seen.by())
                : null;
    }
}
