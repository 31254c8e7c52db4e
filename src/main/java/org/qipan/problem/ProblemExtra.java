package org.qipan.problem;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Staff;
import org.qipan.worklist.CaseExtra;
import org.qipan.worklist.CasePage.Panel;
import org.springframework.stereotype.Component;

/** From a case to the problems met while working on it; each leads back by its origin. */
@Component
class ProblemExtra implements CaseExtra {

    private final ProblemAccess access;

    ProblemExtra(ProblemAccess access) {
        this.access = access;
    }

    @Override
    public @Nullable Panel act(UUID caseId, Staff reader) {
        List<Problem> met = access.metIn(caseId, reader);
        return met.isEmpty() ? null : new Panel("problem/_met :: met", Map.of("problemsMet", met));
    }
}
