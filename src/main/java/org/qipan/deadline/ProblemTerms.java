package org.qipan.deadline;

/**
 * How long a level has for a problem that was sent up to it. No law sets a term for what staff report to each other: both are Qipan's own
 * rule and named so; what holds in an installation stands in the table of terms ({@code term.Terms}), which begins with these. The clock begins anew on each level, and when what was missing has been added.
 */
public final class ProblemTerms {

    /** Own rule: within 5 working days. */
    public static final TermRule ORDINARY = own("problem", 5);

    /** Own rule: where life may be in danger, by the end of the next working day. Whoever must act at once is called, not written to. */
    public static final TermRule URGENT = own("problem-urgent", 1);

    private ProblemTerms() {}

    public static TermRule of(boolean urgent) {
        return urgent ? URGENT : ORDINARY;
    }

    private static TermRule own(String code, int workingDays) {
        return new TermRule(
                code,
                workingDays,
                DayUnit.WORKING,
                TermKind.INTERNAL,
                "deadline.article.own-problem",
                RollOver.NONE,
                workingDays);
    }
}
