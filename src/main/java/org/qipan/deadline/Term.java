package org.qipan.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule applied to an event: when it must be done.
 *
 * @param rule the rule
 * @param start day of the event, which does not count
 * @param lastDay the last day on which it is in time
 * @param due the first instant at which it is late: the beginning of the day after {@code lastDay} in Asia/Shanghai
 * @param pauses times in which the clock stood still
 * @param extension the granted extension, null without one
 * @param provisional the calendar of the last day's year is not published yet, so the day may still move
 */
public record Term(
        TermRule rule,
        LocalDate start,
        LocalDate lastDay,
        Instant due,
        List<Pause> pauses,
        @Nullable Extension extension,
        boolean provisional) {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /**
     * Applies {@code rule} to an event.
     *
     * @param today the present day: while a pause is open the last day moves on with it
     * @throws IllegalArgumentException where the rule does not allow the extension
     */
    static Term of(
            TermRule rule,
            Instant event,
            List<Pause> pauses,
            @Nullable Extension extension,
            WorkDays calendar,
            LocalDate today) {
        if (extension != null && extension.days() > rule.longestExtension()) {
            throw new IllegalArgumentException(
                    rule.code() + " may be extended by " + rule.longestExtension() + " days at most");
        }
        LocalDate start = dayOf(event);
        LocalDate day = start;
        for (int left = rule.days() + (extension == null ? 0 : extension.days()); left > 0; ) {
            day = day.plusDays(1);
            if (counts(rule, pauses, calendar, today, day)) {
                left--;
            }
        }
        LocalDate last = rule.rollOver() == RollOver.NEXT_WORKING_DAY ? calendar.rollForward(day) : day;
        return new Term(
                rule,
                start,
                last,
                startOf(last.plusDays(1)),
                List.copyOf(pauses),
                extension,
                rule.needsCalendar() && calendar.isProvisional(last));
    }

    /** A clock of which the dates were kept: the day that was promised, also if the calendar changed since. */
    public static Term kept(TermRule rule, Instant started, Instant due) {
        return kept(rule, started, due, List.of());
    }

    /** As above, with the times in which it stood still, for which its end was moved already. */
    public static Term kept(TermRule rule, Instant started, Instant due, List<Pause> pauses) {
        return new Term(rule, dayOf(started), Deadlines.lastDay(due), due, List.copyOf(pauses), null, false);
    }

    /** Days that count in the whole term, the extension included. */
    public int length() {
        return rule.days() + (extension == null ? 0 : extension.days());
    }

    /** True while the clock stands still. */
    public boolean paused() {
        return pauses.stream().anyMatch(Pause::open);
    }

    static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    private static boolean counts(
            TermRule rule, List<Pause> pauses, WorkDays calendar, LocalDate today, LocalDate day) {
        return (rule.unit() == DayUnit.CALENDAR || calendar.isWorkingDay(day))
                && pauses.stream().noneMatch(pause -> pause.covers(day, today));
    }
}
