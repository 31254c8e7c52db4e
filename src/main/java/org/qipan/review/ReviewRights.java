package org.qipan.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qipan.complaint.Answered;
import org.qipan.deadline.Deadlines;
import org.qipan.deadline.Pause;
import org.qipan.deadline.TermRule;
import org.qipan.term.Terms;
import org.springframework.stereotype.Component;

/** What a petitioner may ask for, and until when (信访工作条例 arts. 35, 36): calendar days, the last one counts, and none of them moves. */
@Component
class ReviewRights {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Terms terms;
    private final Deadlines deadlines;

    ReviewRights(Terms terms, Deadlines deadlines) {
        this.terms = terms;
        this.deadlines = deadlines;
    }

    /**
     * The right that stands open, or stood open until its last day.
     *
     * @param against unit whose opinion it is directed at
     */
    record Right(Level level, LocalDate lastDay, String against) {

        boolean late(LocalDate today) {
            return today.isAfter(lastDay);
        }
    }

    /** Empty where there is no served opinion, while a request is looked at, and after the final review. */
    Optional<Right> right(Answered matter, List<Review> reviews) {
        Answered.Opinion opinion = matter.opinion();
        if (opinion == null
                || matter.over()
                || reviews.stream().anyMatch(Review::running)
                || ended(reviews, opinion.paper())) {
            return Optional.empty();
        }
        Review first = counted(round(reviews, opinion.paper()), Level.REVIEW);
        return Optional.of(
                first == null
                        ? right(Level.REVIEW, opinion.served(), opinion.unit())
                        : right(Level.FINAL, Objects.requireNonNull(first.served()), first.unit()));
    }

    /** Those about the opinion that was served last: an earlier one that a review revoked or changed was answered anew by it. */
    private static List<Review> round(List<Review> reviews, long opinion) {
        for (int i = reviews.size() - 1; i >= 0; i--) {
            Review one = reviews.get(i);
            Long paper = one.paper();
            if (one.level() == Level.REVIEW && one.quashed() && paper != null && paper < opinion) {
                return reviews.subList(i + 1, reviews.size());
            }
        }
        return reviews;
    }

    /** Art. 36: after the final review the same facts and reasons are 不再受理. */
    boolean ended(List<Review> reviews, long opinion) {
        return reviews.stream()
                .filter(one -> one.level() == Level.FINAL && one.counts() && !one.running())
                .anyMatch(one -> one.ruling() != Ruling.UPHOLD || !answeredAnew(reviews, opinion));
    }

    /** A final review that upheld a quashing has not looked at the opinion which was given in its place. */
    private static boolean answeredAnew(List<Review> reviews, long opinion) {
        return reviews.stream().anyMatch(one -> {
            Long paper = one.paper();
            return one.level() == Level.REVIEW && one.quashed() && paper != null && paper < opinion;
        });
    }

    private static @Nullable Review counted(List<Review> reviews, Level level) {
        return reviews.stream()
                .filter(one -> one.level() == level && one.counts())
                .findFirst()
                .orElse(null);
    }

    private Right right(Level level, LocalDate served, String against) {
        return new Right(level, lastDay(level.request(), served), against);
    }

    /** @param event day of the event, which does not count */
    LocalDate lastDay(TermRule rule, LocalDate event) {
        return deadlines.term(rule, start(event)).lastDay();
    }

    /** Exclusive end of the days of a reviewing unit: 30, or fewer where its table of terms says so. */
    Instant due(Level level, Instant asked, String unit) {
        return deadlines
                .term(terms.of(level.opinion(), unit, null).rule(), asked)
                .due();
    }

    /** The end of a request without the days of a hearing, both its first and its last left out (art. 36). It keeps the days it was given. */
    Instant due(Review review, LocalDate from, LocalDate to) {
        return due(given(review), review.asked(), from, to);
    }

    Instant due(TermRule rule, Instant asked, LocalDate from, LocalDate to) {
        Pause hearing = new Pause(start(from), start(to.plusDays(1)));
        return deadlines.term(rule, asked, List.of(hearing), null).due();
    }

    /** The rule of a request, with the days it was given. */
    static TermRule given(Review review) {
        TermRule law = review.level().opinion();
        LocalDate asked = LocalDate.ofInstant(review.asked(), ZONE);
        LocalDate heard = review.hearingFrom();
        long left = heard == null
                ? 0
                : ChronoUnit.DAYS.between(
                        heard, Objects.requireNonNull(review.hearingTo()).plusDays(1));
        long days = ChronoUnit.DAYS.between(asked, Deadlines.lastDay(review.due())) - left;
        return new TermRule(
                law.code(), (int) days, law.unit(), law.kind(), law.article(), law.rollOver(), law.longestExtension());
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
