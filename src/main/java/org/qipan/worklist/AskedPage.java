package org.qipan.worklist;

import java.util.List;
import java.util.UUID;

/**
 * What somebody is asked about an item of another's, as a process of one task (ADR 0013): it belongs to the case it is about, and the one who
 * is asked reads the question, not the case.
 */
public interface AskedPage extends CasePage {

    @Override
    default List<String> processes() {
        return List.of(kind());
    }

    @Override
    default boolean ownsCases() {
        return false;
    }

    /** Nobody is led to the case; where there is no task, to his own list. */
    @Override
    default String url(UUID caseId) {
        return "/worklist";
    }

    @Override
    default List<Fact> summary(WorkItem item) {
        return List.of();
    }

    @Override
    default Prefill prefill(WorkItem item) {
        return Prefill.NONE;
    }
}
