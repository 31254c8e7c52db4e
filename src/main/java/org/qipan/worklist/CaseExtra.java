package org.qipan.worklist;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Staff;

/** What a capability above offers on the page of every case, whatever its kind: one bean each. Asked only about cases the reader may see. */
public interface CaseExtra {

    /** Shown beside the title; null for nothing. */
    CasePage.@Nullable Panel act(UUID caseId, Staff reader);
}
