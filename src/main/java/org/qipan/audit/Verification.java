package org.qipan.audit;

import org.jspecify.annotations.Nullable;

/**
 * The answer of the verifier.
 *
 * @param checked links that were found sound before the first fault, or all
 * @param fault what is wrong with the first bad link, null when the chain is whole
 * @param firstBadSeq number of the first bad link, null when the chain is whole
 * @param unlinked records older than ten seconds without a link: the leader has stopped, or someone added rows by hand
 * @param signed whether the recorded heads are signed with a key outside the database
 */
record Verification(
        long checked, @Nullable Fault fault, @Nullable Long firstBadSeq, long unlinked, boolean signed) {

    /** What can be wrong with a chain. */
    enum Fault {
        /** The record's content differs from what was linked. */
        EDITED,
        /** The record is gone while its link stands. */
        DELETED,
        /** A link is gone from the middle. */
        LINK_MISSING,
        /** The link does not follow the one before it. */
        REORDERED,
        /** All links agree with each other and not with a recorded head: the chain was made anew. */
        REWRITTEN,
        /** The chain ends before a recorded head. */
        TRUNCATED,
        /** A recorded head carries no genuine signature. */
        HEAD_FORGED;

        public String key() {
            return "audit.fault." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public boolean sound() {
        return fault == null && unlinked == 0;
    }
}
