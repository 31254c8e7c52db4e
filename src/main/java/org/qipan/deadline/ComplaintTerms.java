package org.qipan.deadline;

/**
 * How long what is no petition matter in the sense of art. 31 (6) may take. 信访工作条例 sets no days for it: these are the office's own
 * and named so, so that they never look like law. What holds in an installation stands in the table of terms ({@code term.Terms}), which begins with these.
 */
public final class ComplaintTerms {

    /** Simple matters brought for the first time (简易办理). */
    public static final TermRule SIMPLE = own("complaint-simple", 10);

    /** A suggestion is studied and answered (art. 29). */
    public static final TermRule SUGGESTION = own("complaint-suggestion", 15);

    /** A statutory duty is performed or answered (art. 31 (5)); well within the two months of 行政诉讼法 art. 47. */
    public static final TermRule DUTY = own("complaint-duty", 15);

    /** What an opinion grants is carried out, and seen to (art. 32). */
    public static final TermRule CARRYING = own("complaint-carrying", 20);

    /** A question is answered, where its subject is one of questions (咨询). */
    public static final TermRule INQUIRY = own("complaint-inquiry", 2);

    /** After it is closed the desk asks whether it helped (回访). */
    public static final TermRule FOLLOW_UP = own("complaint-follow-up", 10);

    private ComplaintTerms() {}

    private static TermRule own(String code, int workingDays) {
        return new TermRule(
                code,
                workingDays,
                DayUnit.WORKING,
                TermKind.INTERNAL,
                "deadline.article.own-" + code,
                RollOver.NONE,
                workingDays);
    }
}
