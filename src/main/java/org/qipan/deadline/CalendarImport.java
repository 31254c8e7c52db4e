package org.qipan.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file someone wants to import, held against the calendar. Nothing of it is kept: the page carries the text to the
 * confirmation.
 */
record CalendarImport(
        int year,
        String text,
        List<SpecialDay> days,
        List<CalendarFile.RowError> errors,
        List<Change> changes,
        long version) {

    /** One day that would change; null stands for a day like any other of its weekday. */
    record Change(
            LocalDate day,
            @Nullable SpecialDay before,
            @Nullable SpecialDay after) {}

    static CalendarImport of(int year, String text, DayNames names, WorkDays present, long version) {
        CalendarFile file = CalendarFile.read(text, names).limitedTo(year);
        Map<LocalDate, SpecialDay> wanted = new TreeMap<>();
        file.days().forEach(day -> wanted.put(day.day(), day));
        List<Change> changes = Stream.concat(
                        wanted.keySet().stream(),
                        present.all().keySet().stream().filter(day -> day.getYear() == year))
                .distinct()
                .sorted()
                .map(day -> new Change(day, present.special(day).orElse(null), wanted.get(day)))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
        return new CalendarImport(year, text, file.days(), file.errors(), changes, version);
    }

    public boolean confirmable() {
        return errors.isEmpty();
    }
}
