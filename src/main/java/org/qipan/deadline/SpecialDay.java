package org.qipan.deadline;

import java.time.LocalDate;

/** A day that differs from its weekday, with the holiday it belongs to. */
record SpecialDay(LocalDate day, DayKind kind, String name) {

    static final int NAME_LENGTH = 40;
}
