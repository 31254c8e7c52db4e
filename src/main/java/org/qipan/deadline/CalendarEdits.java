package org.qipan.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.qipan.audit.Actor;
import org.qipan.audit.Audit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the system administrator does to the calendar. Every change is recorded with the state before and after it. */
@Service
class CalendarEdits {

    private static final String BY_HAND = "edited";

    private final CalendarDays days;
    private final WorkCalendar calendar;
    private final DayNames names;
    private final Audit audit;
    private final Clock clock;

    CalendarEdits(CalendarDays days, WorkCalendar calendar, DayNames names, Audit audit, Clock clock) {
        this.days = days;
        this.calendar = calendar;
        this.names = names;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Sets one day; a null kind makes it follow its weekday again.
     *
     * @return the word for which the name is refused, and nothing changed; empty if all is well
     */
    @Transactional
    public Optional<String> edit(LocalDate day, @Nullable DayKind kind, String name, Actor actor) {
        Optional<String> word = kind == null ? Optional.empty() : names.forbidden(name);
        if (word.isEmpty()) {
            set(day, kind, name, actor);
        }
        return word;
    }

    private void set(LocalDate day, @Nullable DayKind kind, String name, Actor actor) {
        change();
        SpecialDay before = days.read().special(day).orElse(null);
        SpecialDay after = kind == null ? null : new SpecialDay(day, kind, name);
        if (after == null) {
            days.remove(day);
        } else {
            days.put(List.of(after), BY_HAND);
        }
        audit.record(
                actor,
                "deadline.audit.day-edited",
                "calendar-day",
                day.toString(),
                Map.of("before", words(before), "after", words(after)));
    }

    /** What importing the file would do; changes nothing. */
    @Transactional(readOnly = true)
    public CalendarImport preview(int year, String text) {
        return CalendarImport.of(year, text, names, days.read(), days.version());
    }

    /**
     * Replaces the year's days by those of the file, and sets those of the December before it.
     *
     * @param version the calendar's version the user saw in the preview
     * @throws CalendarChanged where someone changed the calendar since
     * @throws IllegalArgumentException where the file has errors, of which the preview told
     */
    @Transactional
    public void apply(int year, String text, long version, Actor actor) {
        CalendarImport wanted = CalendarImport.of(year, text, names, days.read(), version);
        if (!wanted.errors().isEmpty()) {
            throw new IllegalArgumentException("A calendar file with errors cannot be confirmed");
        }
        if (change() != version) {
            throw new CalendarChanged();
        }
        days.removeYear(year);
        days.put(wanted.days(), "import " + year);
        days.publish(year, "import", clock.instant());
        Map<String, String> detail = new LinkedHashMap<>();
        wanted.changes().forEach(c -> detail.put(c.day().toString(), words(c.before()) + " → " + words(c.after())));
        audit.record(
                actor, "deadline.audit.year-imported", "calendar-year", Integer.toString(year), new TreeMap<>(detail));
    }

    private long change() {
        long before = days.change();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                calendar.forget();
            }
        });
        return before;
    }

    private static String words(@Nullable SpecialDay day) {
        return day == null ? "-" : day.kind().code() + " " + day.name();
    }
}
