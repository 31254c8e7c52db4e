package org.qipan.open;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quarter of a calendar year, written {@code 2026-Q4}.
 *
 * @param no 1 to 4
 */
record Quarter(int year, int no) {

    private static final Pattern WRITTEN = Pattern.compile("(20[0-9]{2})-Q([1-4])");

    static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
    }

    /** Empty if it is not written like one. */
    static Optional<Quarter> of(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        return matcher.matches()
                ? Optional.of(new Quarter(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    public LocalDate from() {
        return LocalDate.of(year, no * 3 - 2, 1);
    }

    /** The last day. */
    public LocalDate to() {
        return YearMonth.of(year, no * 3).atEndOfMonth();
    }

    Quarter before() {
        return of(from().minusDays(1));
    }

    @Override
    public String toString() {
        return year + "-Q" + no;
    }
}
