package org.qipan.deadline;

import java.time.Instant;

/**
 * The one extension a term may have.
 *
 * @param days how much was added, in the rule's unit
 * @param reason why; the people waiting are told it
 * @param approvedBy the post that approved
 * @param approvedAt when
 */
public record Extension(int days, String reason, String approvedBy, Instant approvedAt) {

    public Extension {
        if (days < 1 || reason.isBlank() || approvedBy.isBlank()) {
            throw new IllegalArgumentException("An extension has days, a reason and the post that approved it");
        }
    }
}
