package org.qipan.complaint;

import java.util.Set;
import java.util.UUID;

/** A matter went on; told in the transaction in which it did. @param state as {@code complaint.state.*} ends */
public record ComplaintMoved(UUID id, String state) {

    private static final Set<String> OVER = Set.of("closed", "withdrawn", "merged");

    /** Whether nobody works on it any more. */
    public boolean over() {
        return OVER.contains(state);
    }
}
