package org.qipan.supervision;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.complaint.KnownMatters;
import org.qipan.directory.Staff;
import org.qipan.remit.KnownMatter;
import org.qipan.worklist.CaseExtra;
import org.qipan.worklist.CasePage.Panel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way from the page of a matter to its supervision, and that it is on the list. */
@Component
@Order(4)
class SupervisionExtra implements CaseExtra {

    private final KnownMatters matters;
    private final Supervisions supervisions;
    private final SupervisionRight right;

    SupervisionExtra(KnownMatters matters, Supervisions supervisions, SupervisionRight right) {
        this.matters = matters;
        this.supervisions = supervisions;
        this.right = right;
    }

    @Override
    public @Nullable Panel act(UUID caseId, Staff reader) {
        return matters.find(caseId, reader).map(matter -> panel(matter, reader)).orElse(null);
    }

    private @Nullable Panel panel(KnownMatter matter, Staff reader) {
        var all = supervisions.of(matter);
        boolean shown = SupervisionController.shows(matter, reader, matters);
        if (!shown || all.isEmpty() && right.of(matter, reader).isEmpty()) {
            return null;
        }
        boolean listed = all.stream().anyMatch(one -> one.runs() && one.listed() != null);
        boolean runs = all.stream().anyMatch(Supervision::runs);
        return new Panel(
                "supervision/_link :: link",
                Map.of(
                        "supervisionMatter",
                        matter.id(),
                        "supervisionState",
                        listed ? "listed" : runs ? "running" : "none"));
    }
}
