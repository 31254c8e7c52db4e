package org.qipan.worklist;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Post;

/**
 * Somebody was asked to do something about an item. Published in the transaction that asks.
 *
 * @param kind {@code errand}, {@code joint} or {@code extension}
 * @param staff the one person who was asked, null if it is whoever holds {@code post}
 * @param post the post that was asked
 */
public record WorkAsked(
        String kind, long item, UUID caseId, @Nullable UUID staff, Post post) {}
