package org.qipan.handover;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Post;

/**
 * One post in the hands of one person, and who is to take it over.
 *
 * @param at number of the row in its form
 * @param giver who holds the post, null where nobody does
 * @param items open items of the post
 * @param others how many more hold it
 * @param typed what was typed for the one who takes over
 * @param taker who that is, null if nobody or not clear
 * @param leaves whether the giver leaves altogether
 * @param error message key, null if nothing is wrong
 */
record HandoverRow(
        int at,
        Post post,
        String title,
        @Nullable UUID giver,
        String giverName,
        int items,
        int others,
        String typed,
        @Nullable UUID taker,
        String takerName,
        boolean leaves,
        @Nullable String error) {

    /** {@code role@unit}, the value of its hidden field. */
    public String group() {
        return post.group();
    }

    /** Whether anything is to be done. */
    public boolean changes() {
        return taker != null || leaves;
    }

    HandoverRow refused(String key) {
        return new HandoverRow(at, post, title, giver, giverName, items, others, typed, taker, takerName, leaves, key);
    }
}
