package org.qipan.complaint;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.qipan.casefile.CaseFiles;
import org.qipan.course.ComplaintClocks;
import org.qipan.deadline.PetitionTerms;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.remit.ReceivingDesk;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * An opinion that a review revoked or changed is written anew by the unit that handles the matter, with a clock of its own (信访工作条例 arts.
 * 34 to 36). Where nobody there may have it any more, it is sorted again.
 */
@Component
public class Reopening {

    private final ComplaintTable table;
    private final ComplaintClocks clocks;
    private final ComplaintProcess process;
    private final Sorting sorting;
    private final CaseFiles cases;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reopening(
            ComplaintTable table,
            ComplaintClocks clocks,
            ComplaintProcess process,
            Sorting sorting,
            CaseFiles cases,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.clocks = clocks;
        this.process = process;
        this.sorting = sorting;
        this.cases = cases;
        this.events = events;
        this.clock = clock;
    }

    /** @param as the post that served the opinion of the review */
    public void of(UUID id, Staff by, Post as) {
        Complaint matter = table.lock(id);
        process.end(id);
        String lead = matter.lead();
        Optional<Map<String, Object>> way = lead == null ? Optional.empty() : sorting.handle(id, lead);
        table.reopen(id, way.isPresent() ? "handling" : "received");
        cases.record(id, "complaint.reopened", by.id(), as, null, Map.of());
        events.publishEvent(new MatterReopened(id));
        if (way.isEmpty()) {
            clocks.start(id, PetitionTerms.ROUTING, clock.instant(), ReceivingDesk.officer(matter.desk()));
            process.begin(id, matter.desk());
            return;
        }
        Post handler = new Post(String.valueOf(way.get().get("handler")), Objects.requireNonNull(lead));
        clocks.start(id, PetitionTerms.HANDLING, clock.instant(), handler);
        process.handleAgain(id, matter.desk(), way.get());
    }
}
