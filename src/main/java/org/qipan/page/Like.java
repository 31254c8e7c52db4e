package org.qipan.page;

/** What somebody typed, as a pattern of SQL's {@code like}: his {@code %} and {@code _} stand for themselves. */
public final class Like {

    private Like() {}

    /** Matches what holds the text anywhere. */
    public static String holding(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
