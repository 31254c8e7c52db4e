package org.qipan.deadline;

/** What a term counts. */
public enum DayUnit {
    /** 工作日: rest days are left out. */
    WORKING,
    /** 自然日: every day counts. */
    CALENDAR;

    /** Message key of the whole term's length; takes the number of days as its one argument. */
    public String key() {
        return "deadline.ruler.length." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
