package org.qipan.task;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qipan.worklist.CasePage;
import org.qipan.worklist.Refused;

/**
 * What a capability above adds to the page of every item, whatever its case: one bean each, shown in their order. Asked only about items
 * the reader may know of.
 */
public interface TaskExtra {

    /** Said above the work; empty for nothing. */
    default List<CasePage.Panel> notices(Seen seen) {
        return List.of();
    }

    /** What it offers under 更多, null if nothing now. */
    default CasePage.@Nullable Panel act(Seen seen) {
        return null;
    }

    /**
     * Asked inside the transaction that completes or returns an item, before anything is written.
     *
     * @throws Refused if it must not be done yet
     */
    default void completing(Seen seen) {}
}
