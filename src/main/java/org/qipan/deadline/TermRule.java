package org.qipan.deadline;

import org.jspecify.annotations.Nullable;

/**
 * How long something may take, and why.
 *
 * @param code stable name, stored with what the clock hangs on
 * @param days length, 1 or more; the day of the event does not count
 * @param unit what the days are
 * @param kind whose rule it is
 * @param article message key of the legal article or agreement
 * @param rollOver what a rest day at the end does
 * @param longestExtension days that may be granted once, in the same unit; 0 where the rule allows none
 * @param source the document that sets it, as the office named it; null where the article says it all
 */
public record TermRule(
        String code,
        int days,
        DayUnit unit,
        TermKind kind,
        String article,
        RollOver rollOver,
        int longestExtension,
        @Nullable String source) {

    /** As the product knows it. */
    public TermRule(
            String code,
            int days,
            DayUnit unit,
            TermKind kind,
            String article,
            RollOver rollOver,
            int longestExtension) {
        this(code, days, unit, kind, article, rollOver, longestExtension, null);
    }

    public TermRule {
        if (days < 1 || longestExtension < 0) {
            throw new IllegalArgumentException("A term has at least one day and no negative extension: " + code);
        }
    }

    boolean needsCalendar() {
        return unit == DayUnit.WORKING || rollOver == RollOver.NEXT_WORKING_DAY;
    }
}
