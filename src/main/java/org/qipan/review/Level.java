package org.qipan.review;

import org.qipan.deadline.PetitionTerms;
import org.qipan.deadline.TermRule;

/** The two times a written opinion can be looked at again. */
enum Level {
    /** 复查 (信访工作条例 art. 35). */
    REVIEW(1, "review", PetitionTerms.REVIEW_REQUEST, PetitionTerms.REVIEW),
    /** 复核 (art. 36). */
    FINAL(2, "final", PetitionTerms.SECOND_REVIEW_REQUEST, PetitionTerms.SECOND_REVIEW);

    private final int number;
    private final String paper;
    private final TermRule request;
    private final TermRule opinion;

    Level(int number, String paper, TermRule request, TermRule opinion) {
        this.number = number;
        this.paper = paper;
        this.request = request;
        this.opinion = opinion;
    }

    static Level of(int number) {
        return number == 1 ? REVIEW : FINAL;
    }

    /** As it is stored, and as message keys end. */
    int number() {
        return number;
    }

    /** Kind of the paper that says its result. */
    String paper() {
        return paper;
    }

    /** How long it may be asked for after the opinion before it was served. */
    TermRule request() {
        return request;
    }

    /** How long the reviewing unit has from receipt to its own opinion. */
    TermRule opinion() {
        return opinion;
    }

    /** Field of the vault: why the petitioner asks, in his words. */
    String reason() {
        return "review-" + number;
    }

    /** Field of the vault: the officer's neutral words of it. */
    String digest() {
        return reason() + "-digest";
    }
}
