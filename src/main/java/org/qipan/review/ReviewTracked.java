package org.qipan.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.complaint.Answered;
import org.qipan.complaint.AnsweredMatters;
import org.qipan.deadline.Deadlines;
import org.qipan.directory.Directory;
import org.qipan.directory.Unit;
import org.qipan.page.Texts;
import org.qipan.progress.LegalStep;
import org.qipan.progress.LegalStep.State;
import org.qipan.progress.TrackedExtra;
import org.springframework.stereotype.Component;

/** 复查 and 复核 as the petitioner reads them: what was asked, until when an opinion is due, what it says, and what he may ask next. */
@Component
class ReviewTracked implements TrackedExtra {

    private final ReviewTable table;
    private final ReviewRights rights;
    private final ReviewingUnit units;
    private final AnsweredMatters matters;
    private final Directory directory;
    private final Texts texts;
    private final Clock clock;

    ReviewTracked(
            ReviewTable table,
            ReviewRights rights,
            ReviewingUnit units,
            AnsweredMatters matters,
            Directory directory,
            Texts texts,
            Clock clock) {
        this.table = table;
        this.rights = rights;
        this.units = units;
        this.matters = matters;
        this.directory = directory;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public List<LegalStep> steps(UUID complaint) {
        List<LegalStep> steps = new ArrayList<>();
        List<Review> reviews = table.of(complaint);
        for (Review review : reviews) {
            steps.add(step(review));
            Ruling ruling = review.ruling();
            if (!review.running() && review.served() != null && ruling != null) {
                steps.add(done("review.result." + ruling.key(), review));
            }
        }
        Answered.Opinion opinion = matters.find(complaint).opinion();
        if (opinion != null && rights.ended(reviews, opinion.paper())) {
            steps.add(done("review.step.over", reviews.get(reviews.size() - 1)));
        }
        return steps;
    }

    @Override
    public @Nullable LegalStep nextRight(UUID complaint) {
        Answered matter = matters.find(complaint);
        return rights.right(matter, table.of(complaint))
                .filter(right -> !right.late(LocalDate.now(clock)))
                .map(right -> open(right, units.above(right.against(), matter)))
                .orElse(null);
    }

    /** Whoever cannot ask here is told so before he writes anything, and where he can. */
    private LegalStep open(ReviewRights.Right right, ReviewingUnit.Found found) {
        int level = right.level().number();
        Unit unit = found.unit();
        String elsewhere = unit == null
                ? texts.text("review.refused.top-" + level)
                : texts.text("review.refused.elsewhere-" + level, unit.name());
        return new LegalStep(
                "review.right." + level,
                State.AHEAD,
                null,
                right.lastDay(),
                unit == null ? null : unit.name(),
                right.level().request().article(),
                null,
                found.bench() == null ? elsewhere : null);
    }

    private LegalStep step(Review review) {
        String key = "review.step."
                + (review.state().equals("withdrawn")
                        ? "withdrawn"
                        : review.level().number());
        LocalDate from = review.hearingFrom();
        LocalDate to = review.hearingTo();
        return new LegalStep(
                key,
                review.running() ? State.RUNNING : State.DONE,
                ended(review),
                Deadlines.lastDay(review.due()),
                directory.name(review.unit()),
                review.level().opinion().article(),
                null,
                from == null || to == null ? null : texts.text("review.step.hearing", LegalStep.days(from, to)));
    }

    private @Nullable LocalDate ended(Review review) {
        Instant closed = review.closed();
        if (closed == null) {
            return null;
        }
        LocalDate served = review.served();
        return served == null ? LocalDate.ofInstant(closed, clock.getZone()) : served;
    }

    private static LegalStep done(String key, Review review) {
        return new LegalStep(
                key,
                State.DONE,
                review.served(),
                null,
                null,
                review.level().opinion().article(),
                null);
    }
}
