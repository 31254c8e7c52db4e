package org.qipan.deadline;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table of special days as it came in: the days that can be read, and what is wrong with the others. */
final class CalendarFile {

    /** A year has 366 days; the statutory table of nine years some 330. */
    private static final int MOST_DAYS = 2000;

    private static final int MOST_ERRORS = 100;

    private final Map<LocalDate, SpecialDay> days = new LinkedHashMap<>();
    private final List<RowError> errors = new ArrayList<>();

    private final DayNames names;

    private CalendarFile(DayNames names) {
        this.names = names;
    }

    /**
     * Something in the file that cannot be taken.
     *
     * @param line line in the file, from 1
     * @param column column in the line, from 1
     * @param key message key of the reason
     * @param value what stands there
     */
    record RowError(int line, int column, String key, String value) {}

    /** Reads the project's own table. */
    static CalendarFile read(String text) {
        return read(text, name -> Optional.empty());
    }

    /** Reads JSON (what begins with a brace) or CSV. */
    static CalendarFile read(String text, DayNames names) {
        CalendarFile file = new CalendarFile(names);
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (content.stripLeading().startsWith("{")) {
            new CalendarJson(file).read(content);
        } else {
            file.readCsv(content);
        }
        if (file.days.isEmpty() && file.errors.isEmpty()) {
            file.error(1, 1, "empty", "");
        }
        return file;
    }

    List<SpecialDay> days() {
        return List.copyOf(days.values());
    }

    List<RowError> errors() {
        return List.copyOf(errors);
    }

    /** Keeps only what a year's notice may say: days of the year, and of the December before it. */
    CalendarFile limitedTo(int year) {
        for (SpecialDay day : days()) {
            LocalDate d = day.day();
            if (d.getYear() != year && !(d.getYear() == year - 1 && d.getMonthValue() == 12)) {
                error(1, 1, "year", d.toString());
            }
        }
        if (days.keySet().stream().noneMatch(d -> d.getYear() == year) && errors.isEmpty()) {
            error(1, 1, "empty", "");
        }
        return this;
    }

    void add(int line, int column, String date, String kind, String name) {
        LocalDate day;
        try {
            day = LocalDate.parse(date.strip());
        } catch (DateTimeParseException e) {
            error(line, column, "date", date);
            return;
        }
        DayKind known = switch (kind.strip()) {
            case "holiday", "休" -> DayKind.HOLIDAY;
            case "workday", "班" -> DayKind.WORKDAY;
            default -> null;
        };
        String called = name.strip();
        if (known == null) {
            error(line, column, "kind", kind);
        } else if (called.isEmpty() || called.length() > SpecialDay.NAME_LENGTH) {
            error(line, column, "name", name);
        } else if (names.forbidden(called).isPresent()) {
            error(line, column, "word", called);
        } else if (known == DayKind.WORKDAY && !WorkDays.isWeekend(day)) {
            error(line, column, "weekday", date);
        } else if (days.size() == MOST_DAYS) {
            error(line, column, "too-many", date);
        } else if (days.putIfAbsent(day, new SpecialDay(day, known, called)) != null) {
            error(line, column, "twice", date);
        }
    }

    void error(int line, int column, String reason, String value) {
        if (errors.size() < MOST_ERRORS) {
            String shown = value.length() > SpecialDay.NAME_LENGTH ? value.substring(0, SpecialDay.NAME_LENGTH) : value;
            errors.add(new RowError(line, column, "deadline.import.error." + reason, shown));
        }
    }

    private void readCsv(String text) {
        List<String> lines = text.lines().toList();
        for (int n = 0; n < lines.size(); n++) {
            String line = lines.get(n);
            if (line.isBlank() || (n == 0 && line.strip().startsWith("date,"))) {
                continue;
            }
            String[] cells = line.split(",", -1);
            if (cells.length == 3) {
                add(n + 1, firstBadColumn(cells), cells[0], cells[1], cells[2]);
            } else {
                error(n + 1, line.length() + 1, "columns", line);
            }
        }
    }

    /** Where the reader must look: at the date, then at the kind, then at the name. */
    private static int firstBadColumn(String[] cells) {
        boolean date = cells[0].strip().matches("\\d{4}-\\d{2}-\\d{2}");
        boolean kind = cells[1].strip().matches("holiday|workday|休|班");
        boolean name = !cells[2].isBlank() && cells[2].strip().length() <= SpecialDay.NAME_LENGTH;
        return !date || (kind && name) ? 1 : !kind ? cells[0].length() + 2 : cells[0].length() + cells[1].length() + 3;
    }
}
