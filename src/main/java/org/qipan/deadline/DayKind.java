package org.qipan.deadline;

import java.util.Locale;

/** What the calendar says of a day that differs from its weekday. */
enum DayKind {
    /** No work, whatever the weekday. */
    HOLIDAY,
    /** A weekend day that is worked in exchange for a holiday. */
    WORKDAY;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DayKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
