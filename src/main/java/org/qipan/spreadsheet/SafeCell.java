package org.qipan.spreadsheet;

/**
 * Texts on their way into a cell. What people typed must not run as a formula when somebody opens the file: an apostrophe before it keeps
 * it text, here and wherever the cell is copied to (OWASP: CSV injection).
 */
public final class SafeCell {

    /** Spreadsheets pass over a leading tab, line end or NUL and run what follows. */
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n\0";

    private SafeCell() {}

    /** The text as a cell may hold it; unchanged unless it begins like a formula. */
    public static String text(String text) {
        return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** As {@link #text}, in quotation marks for a line of CSV. */
    public static String quoted(String text) {
        return '"' + text(text).replace("\"", "\"\"") + '"';
    }
}
