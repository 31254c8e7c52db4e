package org.qipan.complaint;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Staff;
import org.qipan.worklist.CasePage;

/** What a capability above prints on the page of a matter, after its papers: one bean each. Asked only about matters the reader may see. */
public interface CaseSection {

    /** Null for nothing. */
    CasePage.@Nullable Panel section(UUID complaint, Staff reader);
}
