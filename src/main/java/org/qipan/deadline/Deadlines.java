package org.qipan.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Computes terms, and says how they stand now. */
@Service
public class Deadlines {

    private final WorkCalendar calendar;
    private final Clock clock;

    Deadlines(WorkCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The term that {@code rule} sets from {@code event} on, without pause or extension. */
    public Term term(TermRule rule, Instant event) {
        return term(rule, event, List.of(), null);
    }

    /**
     * The term that {@code rule} sets from {@code event} on.
     *
     * @throws IllegalArgumentException where the rule does not allow the extension
     */
    public Term term(TermRule rule, Instant event, List<Pause> pauses, @Nullable Extension extension) {
        return Term.of(rule, event, pauses, extension, calendar.days(), today());
    }

    /** The last day a term may end on with all of the one extension its rule allows; it is the term's own last day where it allows none. */
    public LocalDate latest(TermRule rule, Instant event) {
        Extension whole = rule.longestExtension() == 0
                ? null
                : new Extension(rule.longestExtension(), rule.code(), rule.code(), event);
        return term(rule, event, List.of(), whole).lastDay();
    }

    /** How a term stands that is still running. */
    public LampView lamp(Term term) {
        WorkDays days = calendar.days();
        LocalDate today = today();
        if (term.paused()) {
            return view(Lamp.PAUSED, 0, term.provisional());
        }
        int calendarLeft = between(today, term.lastDay());
        int workingLeft = days.workingDaysBetween(today, term.lastDay());
        boolean working = term.rule().unit() == DayUnit.WORKING;
        int left = working && calendarLeft >= 0 ? workingLeft : calendarLeft;
        return running(left, calendarLeft, term.length(), workingLeft, working, term.provisional());
    }

    /**
     * How something stands of which only the dates are kept, as in a list of work items: counted in calendar days.
     *
     * @param opened when the term began
     * @param due the exclusive end, as in {@link Term#due}
     */
    public LampView lamp(Instant opened, Instant due) {
        LocalDate today = today();
        LocalDate last = lastDay(due);
        WorkDays days = calendar.days();
        int left = between(today, last);
        int length = Math.max(1, between(Term.dayOf(opened), last));
        return running(left, left, length, days.workingDaysBetween(today, last), false, false);
    }

    /** The lamp of something whose clock stands still. */
    public LampView paused() {
        return view(Lamp.PAUSED, 0, false);
    }

    /** The lamp of something that is finished. */
    public LampView done() {
        return view(Lamp.DONE, 0, false);
    }

    /**
     * For queries over many rows: what is due up to this instant has at most two working days left. A row is yellow then, or
     * when its days left are at most a fifth of its length.
     */
    public Instant dueSoonUntil() {
        WorkDays days = calendar.days();
        LocalDate third = days.plusWorkingDays(today(), 3);
        return Term.startOf(third);
    }

    /** The 时限尺 of a term as of today. */
    public TermRuler ruler(Term term) {
        return TermRuler.of(term, calendar.days(), today());
    }

    /** The last day of something due at {@code due}, which is exclusive. */
    public static LocalDate lastDay(Instant due) {
        return Term.dayOf(due.minusNanos(1));
    }

    private static LampView running(
            int left, int calendarLeft, int length, int workingLeft, boolean working, boolean provisional) {
        Lamp lamp = Lamp.of(left, length, workingLeft);
        if (lamp == Lamp.OVERDUE) {
            return view(lamp, -calendarLeft, provisional);
        }
        String words = calendarLeft == 0 ? "today" : working ? "left-working" : "left";
        return new LampView(lamp, "deadline.lamp." + words, left, provisional);
    }

    private static LampView view(Lamp lamp, int days, boolean provisional) {
        return new LampView(lamp, "deadline.lamp." + lamp.code(), days, provisional);
    }

    private LocalDate today() {
        return Term.dayOf(clock.instant());
    }

    private static int between(LocalDate from, LocalDate to) {
        return (int) ChronoUnit.DAYS.between(from, to);
    }
}
