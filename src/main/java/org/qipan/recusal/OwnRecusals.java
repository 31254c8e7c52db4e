package org.qipan.recusal;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qipan.audit.Audit;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Exclusions;
import org.qipan.casefile.Said;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.remit.ReceivingDesk;
import org.qipan.task.DeclaredRecusals;
import org.qipan.task.Recused;
import org.qipan.vault.Safe;
import org.qipan.workflow.Workflow;
import org.qipan.worklist.Refused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who declares an interest in a matter leaves it at once (公务员法 art. 76); whether he had to is decided by the head of his unit, of a head one
 * level up (art. 77). Where nobody may decide, he is out all the same.
 */
@Service
@Transactional
class OwnRecusals {

    static final String PROCESS = "own-recusal";
    static final String SELF = "self";

    private final RequestTable table;
    private final DeclaredRecusals recusals;
    private final ReceivingDesk desk;
    private final Exclusions exclusions;
    private final Workflow workflow;
    private final CaseFiles cases;
    private final Safe safe;
    private final Audit audit;

    OwnRecusals(
            RequestTable table,
            DeclaredRecusals recusals,
            ReceivingDesk desk,
            Exclusions exclusions,
            Workflow workflow,
            CaseFiles cases,
            Safe safe,
            Audit audit) {
        this.table = table;
        this.recusals = recusals;
        this.desk = desk;
        this.exclusions = exclusions;
        this.workflow = workflow;
        this.cases = cases;
        this.safe = safe;
        this.audit = audit;
    }

    @EventListener
    public void on(Recused left) {
        UUID declared = left.declared();
        if (declared == null || !table.open(left.caseId())) {
            return;
        }
        DeclaredRecusals.Declared one = recusals.find(declared);
        Optional<Post> head = desk.head(one.unit(), left.caseId());
        head.ifPresent(decider -> ask(left.caseId(), declared, one, decider));
    }

    private void ask(UUID matter, UUID declared, DeclaredRecusals.Declared one, Post decider) {
        UUID id = UUID.randomUUID();
        cases.open(id, RecusalRequests.KIND, Said.of("recusal.subject.self"), decider.unit(), null);
        exclusions.copy(matter, id);
        exclusions.seal(id, true);
        Request request = table.insert(id, matter, SELF, declared, decider);
        if (!one.reason().isEmpty()) {
            safe.put(matter, request.field(), one.reason());
        }
        workflow.start(PROCESS, id.toString(), Map.of("role", decider.role(), "unit", decider.unit()));
    }

    /** @param stays he is out for good; else he may work on the matter again @param as the post that has the task */
    void decide(Request request, boolean stays, String reason, Staff by, Post as) {
        UUID declared = table.recusal(request.id());
        String state = stays ? "granted" : "refused";
        if (!table.decide(request, state, reason, by.id())) {
            throw new Refused("recusal.refused.decided");
        }
        cases.record(request.caseId(), "recusal-self-" + state, by.id(), as, null, Map.of());
        cases.close(request.id());
        audit.record(
                by.actor(),
                "recusal.audit.self-" + state,
                "case",
                request.caseId().toString(),
                Map.of());
        if (!stays) {
            recusals.refuse(declared, by);
        }
    }
}
