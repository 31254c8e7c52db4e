package org.qipan.review;

import org.jspecify.annotations.Nullable;

/**
 * A request as the page of a task prints it.
 *
 * @param lastDay of its 30 days
 * @param reason in the petitioner's words; null for everybody but who receives it
 * @param digest the officer's neutral words, null before
 */
record ReviewView(
        Review review,
        String unit,
        String lastDay,
        @Nullable String reason,
        @Nullable String digest) {

    public String titleKey() {
        return "review.step." + review.level().number();
    }

    public String articleKey() {
        return review.level().opinion().article();
    }

    public @Nullable String rulingKey() {
        Ruling ruling = review.ruling();
        return ruling == null ? null : "review.ruling." + ruling.key();
    }
}
