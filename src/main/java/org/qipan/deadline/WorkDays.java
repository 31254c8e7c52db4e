package org.qipan.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** The working days as known at one moment. Immutable: a computation uses one of these from beginning to end. */
public final class WorkDays {

    private final Map<LocalDate, SpecialDay> special;
    private final int lastPublishedYear;

    WorkDays(Map<LocalDate, SpecialDay> special, int lastPublishedYear) {
        this.special = Map.copyOf(special);
        this.lastPublishedYear = lastPublishedYear;
    }

    /** Statutory and local holidays rest, shifted weekends work, else Monday to Friday work. */
    public boolean isWorkingDay(LocalDate day) {
        SpecialDay known = special.get(day);
        return known == null ? !isWeekend(day) : known.kind() == DayKind.WORKDAY;
    }

    /** True after the last year whose table is published: the holidays of that date are not yet known. */
    public boolean isProvisional(LocalDate day) {
        return day.getYear() > lastPublishedYear;
    }

    /**
     * The n-th working day after {@code from}; before it where n is negative; {@code from} itself, working or not, for 0.
     * The day of the event does not count (Civil Code art. 201).
     */
    public LocalDate plusWorkingDays(LocalDate from, int n) {
        int step = Integer.signum(n);
        LocalDate day = from;
        for (int left = Math.abs(n); left > 0; ) {
            day = day.plusDays(step);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** Working days after {@code from} up to and including {@code to}; negative where {@code to} lies before. */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -workingDaysBetween(to, from);
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    /** {@code day} itself where it is a working day, else the next one. */
    public LocalDate rollForward(LocalDate day) {
        return isWorkingDay(day) ? day : plusWorkingDays(day, 1);
    }

    int lastPublishedYear() {
        return lastPublishedYear;
    }

    Optional<SpecialDay> special(LocalDate day) {
        return Optional.ofNullable(special.get(day));
    }

    Map<LocalDate, SpecialDay> all() {
        return special;
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }
}
