package org.qipan.reveal;

import java.util.Map;
import java.util.UUID;
import org.qipan.audit.Actor;
import org.qipan.audit.Audit;
import org.qipan.complaint.ComplaintMoved;
import org.qipan.worklist.UnreadCopies;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Nobody needs to know who wrote what is over: a request nobody decided ends with its matter. Who still has to, asks anew. */
@Component
class EndedReveals {

    private final RevealTable table;
    private final UnreadCopies copies;
    private final Audit audit;

    EndedReveals(RevealTable table, UnreadCopies copies, Audit audit) {
        this.table = table;
        this.copies = copies;
        this.audit = audit;
    }

    @EventListener
    @Transactional
    public void on(ComplaintMoved moved) {
        if (moved.over()) {
            table.over(moved.id()).forEach(request -> over(moved.id(), request));
        }
    }

    private void over(UUID matter, UUID request) {
        copies.retract(Reveals.page(matter, request));
        audit.record(Actor.system(), "reveal.audit.over", "case", matter.toString(), Map.of("request", request));
    }
}
