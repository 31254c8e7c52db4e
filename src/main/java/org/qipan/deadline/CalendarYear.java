package org.qipan.deadline;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A year as the calendar page prints it. */
record CalendarYear(int year, boolean provisional, int workingDays, List<Month> months) {

    private static final int WEEK = 7;

    /** One month, in weeks from Monday to Sunday. */
    record Month(int number, int workingDays, List<List<Cell>> weeks) {}

    /**
     * One day, or with a null date the empty place of another month's day.
     *
     * @param mark {@code work}, {@code rest} (a weekend), {@code holiday} or {@code workday} (a weekend that is worked)
     * @param name the holiday's name, empty without one
     */
    record Cell(@Nullable LocalDate date, String mark, String name, boolean today) {

        private static final Cell BLANK = new Cell(null, "blank", "", false);
    }

    static CalendarYear of(int year, WorkDays days, LocalDate today) {
        List<Month> months = IntStream.rangeClosed(1, 12)
                .mapToObj(number -> month(YearMonth.of(year, number), days, today))
                .toList();
        return new CalendarYear(
                year,
                days.isProvisional(LocalDate.of(year, 1, 1)),
                months.stream().mapToInt(Month::workingDays).sum(),
                months);
    }

    private static Month month(YearMonth month, WorkDays days, LocalDate today) {
        List<Cell> cells = new ArrayList<>();
        for (int n = month.atDay(1).getDayOfWeek().getValue(); n > 1; n--) {
            cells.add(Cell.BLANK);
        }
        for (int n = 1; n <= month.lengthOfMonth(); n++) {
            LocalDate day = month.atDay(n);
            String usual = WorkDays.isWeekend(day) ? "rest" : "work";
            cells.add(days.special(day)
                    .map(special -> new Cell(day, special.kind().code(), special.name(), day.equals(today)))
                    .orElseGet(() -> new Cell(day, usual, "", day.equals(today))));
        }
        while (cells.size() % WEEK != 0) {
            cells.add(Cell.BLANK);
        }
        List<List<Cell>> weeks = new ArrayList<>();
        for (int n = 0; n < cells.size(); n += WEEK) {
            weeks.add(List.copyOf(cells.subList(n, n + WEEK)));
        }
        return new Month(
                month.getMonthValue(),
                days.workingDaysBetween(month.atDay(1).minusDays(1), month.atEndOfMonth()),
                weeks);
    }
}
