package org.qipan.review;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qipan.audit.Audit;
import org.qipan.audit.CurrentActor;
import org.qipan.deadline.Deadlines;
import org.qipan.directory.Directory;
import org.qipan.vault.Safe;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what a task shows of a request. Each look at the petitioner's own words is recorded. */
@Component
class ReviewViews {

    private final Directory directory;
    private final Safe safe;
    private final Audit audit;
    private final CurrentActor actor;

    ReviewViews(Directory directory, Safe safe, Audit audit, CurrentActor actor) {
        this.directory = directory;
        this.safe = safe;
        this.audit = audit;
        this.actor = actor;
    }

    /** @param key of the task */
    @Transactional
    public ReviewView of(Review review, String key) {
        return new ReviewView(
                review,
                directory.name(review.unit()),
                Deadlines.lastDay(review.due()).toString(),
                key.equals(ReviewProcess.RECEIVE) ? words(review) : null,
                safe.open(review.complaint(), review.level().digest()).orElse(null));
    }

    private @Nullable String words(Review review) {
        audit.record(
                actor.actor(),
                "complaint.audit.words",
                "case",
                review.complaint().toString(),
                Map.of("level", String.valueOf(review.level().number())));
        return safe.open(review.complaint(), review.level().reason()).orElse(null);
    }
}
