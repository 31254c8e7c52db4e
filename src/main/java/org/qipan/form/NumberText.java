package org.qipan.form;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers as people type them: full-width digits, thousands separated by commas or spaces; {@code 1,5} is ambiguous and refused. */
final class NumberText {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?([0-9]{1,15}|[0-9]{1,3}([, ][0-9]{3}){1,4})(\\.[0-9]{1,10})?");

    private NumberText() {}

    static BigDecimal of(String typed) {
        String plain = PlainText.halfWidth(typed).strip();
        if (!NUMBER.matcher(plain).matches()) {
            throw new Unreadable("form.error.number");
        }
        return new BigDecimal(plain.replaceAll("[, +]", ""));
    }

    static int decimals(BigDecimal number) {
        return Math.max(0, number.stripTrailingZeros().scale());
    }
}
