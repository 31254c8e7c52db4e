package org.qipan.deadline;

/** What a term counts. */
public enum DayUnit {
    /** 工作日: rest days are left out. */
    WORKING,
    /** 自然日: every day counts. */
    CALENDAR
}
