package org.qipan.deadline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The 时限尺: a term drawn on a line, {@value #DAY} units a day. {@code components/term :: ruler(ruler)} prints it.
 *
 * @param term what is drawn
 * @param width width in units
 * @param restDays bands of rest days
 * @param pauses bands in which the clock stood still
 * @param today where today lies: at the end of the line when the term is over by more than its length, null before it begins
 * @param todayDate today's date
 * @param lastDay where the last day's band begins
 */
public record TermRuler(
        Term term,
        int width,
        List<Band> restDays,
        List<Band> pauses,
        @Nullable Integer today,
        LocalDate todayDate,
        int lastDay) {

    static final int DAY = 10;

    /** A part of the line. */
    public record Band(int x, int width) {

        /** Diagonal strokes across the band, as the path of an SVG. */
        public String hatch() {
            StringBuilder path = new StringBuilder();
            for (int at = x; at < x + width; at += DAY / 2) {
                path.append('M').append(at).append(" 24l").append(DAY / 2).append("-16");
            }
            return path.toString();
        }
    }

    static TermRuler of(Term term, WorkDays calendar, LocalDate today) {
        LocalDate end = term.lastDay().isBefore(today)
                ? earlier(today, term.lastDay().plusDays(term.length()))
                : term.lastDay();
        List<Band> rest = new ArrayList<>();
        List<Band> paused = new ArrayList<>();
        for (LocalDate day = term.start(); !day.isAfter(end); day = day.plusDays(1)) {
            LocalDate d = day;
            if (!calendar.isWorkingDay(d)) {
                add(rest, x(term, d));
            }
            if (term.pauses().stream().anyMatch(pause -> pause.covers(d, today))) {
                add(paused, x(term, d));
            }
        }
        return new TermRuler(
                term,
                x(term, end) + DAY,
                rest,
                paused,
                today.isBefore(term.start()) ? null : x(term, earlier(today, end)),
                today,
                x(term, term.lastDay()));
    }

    /** Adds a day to the band it continues, or begins a new one. */
    private static void add(List<Band> bands, int x) {
        Band last = bands.isEmpty() ? null : bands.get(bands.size() - 1);
        if (last != null && last.x() + last.width() == x) {
            bands.set(bands.size() - 1, new Band(last.x(), last.width() + DAY));
        } else {
            bands.add(new Band(x, DAY));
        }
    }

    private static int x(Term term, LocalDate day) {
        return DAY * (int) ChronoUnit.DAYS.between(term.start(), day);
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
