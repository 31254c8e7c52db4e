package org.qipan.complaint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qipan.audit.Audit;
import org.qipan.audit.CurrentActor;
import org.qipan.vault.Safe;
import org.springframework.stereotype.Component;

/** What a petitioner wrote, for whoever may read it: the one way to it, so that each look is recorded. */
@Component
class OwnWords {

    private final Safe safe;
    private final Audit audit;
    private final CurrentActor actor;

    OwnWords(Safe safe, Audit audit, CurrentActor actor) {
        this.safe = safe;
        this.audit = audit;
        this.actor = actor;
    }

    /** {@code words}, and {@code concerned} and {@code persons} where he named somebody; that the reader may is the caller's to say. */
    Map<String, String> read(Complaint complaint) {
        looked(complaint);
        return safe.open(complaint.id(), List.of("words", "concerned", "persons"));
    }

    /** Why he gave a bad grade, empty if he gave none; who may read it is the caller's to say. */
    Optional<String> grade(Complaint complaint) {
        Optional<String> why = safe.open(complaint.id(), BadGrades.WHY);
        why.ifPresent(text -> looked(complaint));
        return why;
    }

    private void looked(Complaint complaint) {
        String number = complaint.number();
        audit.record(
                actor.actor(),
                "complaint.audit.words",
                "case",
                complaint.id().toString(),
                Map.of("number", number == null ? "" : number));
    }
}
