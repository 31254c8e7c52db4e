package org.qipan.deadline;

import java.util.List;
import java.util.Optional;

/**
 * The terms of 信访工作条例 (in force 2022-05-01). It does not say that a last day on a rest day moves, so none rolls over.
 */
public final class PetitionTerms {

    /** Art. 22: the petition office registers and routes within 15 days. */
    public static final TermRule ROUTING = calendarDays("petition-routing", 15, 22, 0);

    /** Art. 23: the unit tells the petitioner in writing within 15 days whether it accepts. */
    public static final TermRule NOTICE = calendarDays("petition-notice", 15, 23, 0);

    /** Art. 23: a unit that is not competent objects within 5 working days, with its reasons. */
    public static final TermRule OBJECTION =
            new TermRule("petition-objection", 5, DayUnit.WORKING, TermKind.STATUTORY, article(23), RollOver.NONE, 0);

    /** Art. 34: closed within 60 days from acceptance; the unit's head may add up to 30 and tells the reason. */
    public static final TermRule HANDLING = calendarDays("petition-handling", 60, 34, 30);

    /** Art. 35: the petitioner asks for a review (复查) within 30 days. */
    public static final TermRule REVIEW_REQUEST = calendarDays("petition-review-request", 30, 35, 0);

    /** Art. 35: the review's opinion within 30 days. */
    public static final TermRule REVIEW = calendarDays("petition-review", 30, 35, 0);

    /** Art. 36: the petitioner asks for a second review (复核) within 30 days. */
    public static final TermRule SECOND_REVIEW_REQUEST = calendarDays("petition-second-review-request", 30, 36, 0);

    /** Art. 36: the second review's opinion within 30 days; the time of a hearing is left out, as a pause. */
    public static final TermRule SECOND_REVIEW = calendarDays("petition-second-review", 30, 36, 0);

    private static final List<TermRule> ALL =
            List.of(ROUTING, NOTICE, OBJECTION, HANDLING, REVIEW_REQUEST, REVIEW, SECOND_REVIEW_REQUEST, SECOND_REVIEW);

    private PetitionTerms() {}

    /** What the Regulation says of a clock; empty where it sets none of this code. */
    public static Optional<TermRule> law(String code) {
        return ALL.stream().filter(rule -> rule.code().equals(code)).findFirst();
    }

    private static TermRule calendarDays(String code, int days, int article, int longestExtension) {
        return new TermRule(
                code, days, DayUnit.CALENDAR, TermKind.STATUTORY, article(article), RollOver.NONE, longestExtension);
    }

    private static String article(int number) {
        return "deadline.article.petition-" + number;
    }
}
