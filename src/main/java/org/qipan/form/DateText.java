package org.qipan.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times as browsers send and people type them; only days that exist, between 1900 and 2100. */
final class DateText {

    private static final Pattern DATE = Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?");
    private static final Pattern TIME = Pattern.compile("([0-9]{1,2}):([0-9]{2})(:([0-9]{2})(\\.0{1,9})?)?");

    private DateText() {}

    static LocalDate date(String typed) {
        Matcher parts = DATE.matcher(PlainText.halfWidth(typed).strip());
        if (!parts.matches()) {
            throw new Unreadable("form.error.date");
        }
        int year = Integer.parseInt(parts.group(1));
        if (year < 1900 || year > 2100) {
            throw new Unreadable("form.error.year", "1900", "2100");
        }
        try {
            return LocalDate.of(year, Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        } catch (DateTimeException e) {
            throw new Unreadable("form.error.no-such-day");
        }
    }

    static LocalTime time(String typed) {
        Matcher parts = TIME.matcher(PlainText.halfWidth(typed).strip());
        if (!parts.matches()) {
            throw new Unreadable("form.error.time");
        }
        try {
            return LocalTime.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
        } catch (DateTimeException e) {
            throw new Unreadable("form.error.time");
        }
    }

    static LocalDateTime moment(String typed) {
        String[] halves = PlainText.halfWidth(typed).strip().split("[T ]+", 2);
        if (halves.length < 2) {
            throw new Unreadable("form.error.date-time");
        }
        return date(halves[0]).atTime(time(halves[1]));
    }
}
