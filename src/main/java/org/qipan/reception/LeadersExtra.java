package org.qipan.reception;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.complaint.KnownMatters;
import org.qipan.demand.Demand;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.qipan.remit.KnownMatter;
import org.qipan.remit.Overseers;
import org.qipan.worklist.CaseExtra;
import org.qipan.worklist.CasePage.Panel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way from the page of a matter to what leaders did about it, and who has it in his care. */
@Component
@Order(5)
class LeadersExtra implements CaseExtra {

    private final KnownMatters matters;
    private final Overseers overseers;
    private final Leaders leaders;
    private final ReceptionTable table;
    private final Directory directory;

    LeadersExtra(
            KnownMatters matters, Overseers overseers, Leaders leaders, ReceptionTable table, Directory directory) {
        this.matters = matters;
        this.overseers = overseers;
        this.leaders = leaders;
        this.table = table;
        this.directory = directory;
    }

    @Override
    public @Nullable Panel act(UUID caseId, Staff reader) {
        return matters.find(caseId, reader)
                .filter(matter -> !matter.sealed() || matters.atDesk(matter, reader))
                .map(matter -> panel(matter, reader))
                .orElse(null);
    }

    private @Nullable Panel panel(KnownMatter matter, Staff reader) {
        var all = leaders.of(matter, Leaders.INSTRUCTION, Leaders.CARE, Leaders.FOLLOWUP);
        boolean acts = overseers.leader(matter, reader).isPresent() || matters.atDesk(matter, reader);
        if (!acts && all.isEmpty() && table.ofMatter(matter.id()).isEmpty()) {
            return null;
        }
        String care = all.stream()
                .filter(one -> one.kind().equals(Leaders.CARE) && one.open())
                .map(Demand::to)
                .map(directory::title)
                .findFirst()
                .orElse("");
        return new Panel("reception/_link :: link", Map.of("leadersMatter", matter.id(), "leadersCare", care));
    }
}
