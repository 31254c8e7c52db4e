package org.qipan.task;

import java.util.List;
import java.util.Map;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Said;
import org.qipan.directory.Directory;
import org.qipan.worklist.CasePage.Panel;
import org.qipan.worklist.UnreadCopies;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the reader sent from a case for reading and nobody has read yet: he may take it back, and then nobody ever sees it. */
@Component
@Order(80)
class SentCopies implements TaskExtra {

    private final UnreadCopies copies;
    private final CaseFiles cases;
    private final Directory directory;

    SentCopies(UnreadCopies copies, CaseFiles cases, Directory directory) {
        this.copies = copies;
        this.cases = cases;
        this.directory = directory;
    }

    /** @param to words of the post */
    record Shown(long id, String subject, String to) {}

    @Override
    public List<Panel> notices(Seen seen) {
        List<Shown> sent = copies.sent(seen.item().caseId(), seen.by().id()).stream()
                .map(copy -> new Shown(copy.id(), copy.subject(), directory.title(copy.to())))
                .toList();
        return sent.isEmpty() ? List.of() : List.of(new Panel("task/_sent :: sent", Map.of("sent", sent)));
    }

    /** False if somebody was faster and read it. */
    @Transactional
    public boolean withdraw(Seen seen, long copy) {
        return copies.retract(copy, seen.item().caseId(), seen.by().id())
                .map(to -> {
                    cases.record(
                            seen.item().caseId(),
                            "copy-withdrawn",
                            seen.by().id(),
                            TaskActs.post(seen),
                            null,
                            Map.of("to", Said.post(to, directory)));
                    return true;
                })
                .orElse(false);
    }
}
