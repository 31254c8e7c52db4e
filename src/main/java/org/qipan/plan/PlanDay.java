package org.qipan.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day of a plan as officials write it: a date, or a ten-day period (上旬, 中旬, 下旬) of which nobody has yet said which day.
 *
 * @param day 1 to 31, null for a period
 * @param period null for a date
 */
public record PlanDay(
        YearMonth month, @Nullable Integer day, @Nullable Period period) {

    private static final Pattern DATE =
            Pattern.compile("(?:(\\d{4})\\s*[年./-]\\s*)?(\\d{1,2})\\s*[月./-]\\s*(\\d{1,2})\\s*[日号]?");
    private static final Pattern PERIOD = Pattern.compile(
            "(?:(\\d{4})\\s*[年./-]\\s*)?(\\d{1,2})\\s*月?\\s*-?\\s*(上旬|中旬|下旬|初|中|底|末|early|mid|late)",
            Pattern.CASE_INSENSITIVE);

    /** A third of a month. The last one ends with the month, whether it has 28 days or 31. */
    public enum Period {
        EARLY,
        MID,
        LATE;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public static PlanDay of(LocalDate date) {
        return new PlanDay(YearMonth.from(date), date.getDayOfMonth(), null);
    }

    /** First day on which it can be. */
    public LocalDate first() {
        if (period != null) {
            return month.atDay(1 + 10 * period.ordinal());
        }
        return month.atDay(day == null ? 1 : day);
    }

    /** Last day on which it can be. */
    public LocalDate last() {
        if (period != null) {
            return period == Period.LATE ? month.atEndOfMonth() : month.atDay(10 + 10 * period.ordinal());
        }
        return first();
    }

    /** The same day or period so many months later; the 31st becomes the last day of a shorter month. */
    PlanDay plusMonths(long months) {
        if (period != null) {
            return new PlanDay(month.plusMonths(months), null, period);
        }
        return of(first().plusMonths(months));
    }

    /** Stored as {@code 2018-06-12} or {@code 2018-06-mid}. */
    @Override
    @JsonValue
    public String toString() {
        return period == null ? first().toString() : month + "-" + period.key();
    }

    @JsonCreator
    static PlanDay stored(String text) {
        return read(text, 0).orElseThrow(() -> new IllegalArgumentException("not a day of a plan: " + text));
    }

    /**
     * Reads what people type: 2018-06-12, 6月12日, 6月中旬, 5月初, 2018年7月下旬.
     *
     * @param year taken when the text names none
     */
    static Optional<PlanDay> read(String text, int year) {
        String typed = text.strip();
        Matcher period = PERIOD.matcher(typed);
        if (period.matches()) {
            return month(period, year).map(m -> new PlanDay(m, null, period(period.group(3))));
        }
        Matcher date = DATE.matcher(typed);
        if (!date.matches()) {
            return Optional.empty();
        }
        int day = Integer.parseInt(date.group(3));
        return month(date, year).filter(m -> m.isValidDay(day)).map(m -> new PlanDay(m, day, null));
    }

    private static Optional<YearMonth> month(Matcher matcher, int year) {
        int month = Integer.parseInt(matcher.group(2));
        if (month < 1 || month > 12) {
            return Optional.empty();
        }
        return Optional.of(YearMonth.of(matcher.group(1) == null ? year : Integer.parseInt(matcher.group(1)), month));
    }

    private static Period period(String word) {
        return switch (word.toLowerCase(java.util.Locale.ROOT)) {
            case "上旬", "初", "early" -> Period.EARLY;
            case "中旬", "中", "mid" -> Period.MID;
            default -> Period.LATE;
        };
    }
}
