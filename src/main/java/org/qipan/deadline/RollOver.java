package org.qipan.deadline;

/** What happens when the last day is a rest day. */
public enum RollOver {
    /** The last day stays: the rule does not say that it moves. The lamp turns yellow on working days, so it warns before. */
    NONE,
    /** The term ends on the next working day (Civil Code art. 203). */
    NEXT_WORKING_DAY
}
