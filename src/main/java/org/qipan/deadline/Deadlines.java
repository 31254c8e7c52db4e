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

    /**
     * The last day a kept clock may end on with all of the one extension its rule allows: counted from its end as it is, so that days in which
     * it stood still are not taken from the extension. It is that end where the rule allows none.
     */
    public LocalDate latest(TermRule rule, LocalDate last) {
        return rule.unit() == DayUnit.WORKING
                ? calendar.days().plusWorkingDays(last, rule.longestExtension())
                : last.plusDays(rule.longestExtension());
    }

    /**
     * The exclusive end of a kept clock that stood still meanwhile: as many days as were left when it stopped are left when it goes on. It is
     * what {@link #term(TermRule, Instant, List, Extension)} gives with the pause, also for a clock that was extended or paused before.
     *
     * @param started when the clock was set; that day does not count
     * @param due exclusive end before the pause
     * @throws IllegalArgumentException where the pause is not over
     */
    public Instant after(Pause pause, TermRule rule, Instant started, Instant due) {
        Instant to = pause.to();
        if (to == null) {
            throw new IllegalArgumentException("A clock that stands has no end");
        }
        WorkDays days = calendar.days();
        LocalDate start = Term.dayOf(started);
        LocalDate before = later(Term.dayOf(pause.from()).minusDays(1), start);
        LocalDate last = lastDay(due);
        if (!last.isAfter(before)) {
            return due;
        }
        LocalDate resumed = later(Term.dayOf(to).minusDays(1), start);
        LocalDate end = rule.unit() == DayUnit.WORKING
                ? days.plusWorkingDays(resumed, days.workingDaysBetween(before, last))
                : resumed.plusDays(between(before, last));
        return Term.startOf(end.plusDays(1));
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
        String words = working ? "left-working" : workingLeft < left && Lamp.few(workingLeft) ? "left-few" : "left";
        String key = "deadline.lamp." + (calendarLeft == 0 ? "today" : words);
        return new LampView(lamp, key, left, workingLeft, provisional);
    }

    private static LampView view(Lamp lamp, int days, boolean provisional) {
        return new LampView(lamp, "deadline.lamp." + lamp.code(), days, 0, provisional);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private LocalDate today() {
        return Term.dayOf(clock.instant());
    }

    private static int between(LocalDate from, LocalDate to) {
        return (int) ChronoUnit.DAYS.between(from, to);
    }
}
