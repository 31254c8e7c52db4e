package org.qipan.deadline;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A third of a month (旬), the way plans name their dates: 上旬 to the 10th, 中旬 to the 20th, 下旬 to the end. */
public record TenDay(YearMonth month, Part part) {

    /** Which third. */
    public enum Part {
        EARLY(1, 10, "上旬"),
        MIDDLE(11, 20, "中旬"),
        LATE(21, 31, "下旬");

        private final int first;
        private final int last;
        private final String word;

        Part(int first, int last, String word) {
            this.first = first;
            this.last = last;
            this.word = word;
        }

        static Part of(int dayOfMonth) {
            return dayOfMonth <= EARLY.last ? EARLY : dayOfMonth <= MIDDLE.last ? MIDDLE : LATE;
        }
    }

    private static final Map<String, Part> WORDS = Map.of(
            "上旬",
            Part.EARLY,
            "初",
            Part.EARLY,
            "中旬",
            Part.MIDDLE,
            "中",
            Part.MIDDLE,
            "下旬",
            Part.LATE,
            "末",
            Part.LATE,
            "底",
            Part.LATE);

    private static final Pattern NOTATION =
            Pattern.compile("(?:(\\d{4})\\s*年)?\\s*(1[0-2]|0?[1-9])\\s*月\\s*份?\\s*(上旬|中旬|下旬|初|中|末|底)");

    /**
     * Reads "6月中旬", "2018年5月初" and the like; empty for anything else.
     *
     * @param year the year meant where the text names none
     */
    public static Optional<TenDay> parse(String text, int year) {
        Matcher m = NOTATION.matcher(text.strip());
        Part part = m.matches() ? WORDS.get(m.group(3)) : null;
        if (part == null) {
            return Optional.empty();
        }
        int named = m.group(1) == null ? year : Integer.parseInt(m.group(1));
        return Optional.of(new TenDay(YearMonth.of(named, Integer.parseInt(m.group(2))), part));
    }

    /** The third in which a day lies. */
    public static TenDay of(LocalDate day) {
        return new TenDay(YearMonth.from(day), Part.of(day.getDayOfMonth()));
    }

    /** First day. */
    public LocalDate from() {
        return month.atDay(part.first);
    }

    /** Last day, included. */
    public LocalDate to() {
        return month.atDay(Math.min(part.last, month.lengthOfMonth()));
    }

    /** Message key of the words on a screen; takes the number of the month as its one argument. */
    public String key() {
        return "deadline.ten-day." + part.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The notation that {@link #parse} reads, without the year: 6月中旬. */
    @Override
    public String toString() {
        return month.getMonthValue() + "月" + part.word;
    }
}
