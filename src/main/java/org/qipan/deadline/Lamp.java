package org.qipan.deadline;

/** How a term stands: a shape and a word, the colour only repeats them. */
public enum Lamp {
    NORMAL("circle-check"),
    DUE_SOON("alert-triangle"),
    OVERDUE("alert-octagon"),
    PAUSED("player-pause"),
    DONE("circle-dashed");

    private static final int YELLOW_WORKING_DAYS = 2;
    private static final int YELLOW_PART = 5;

    private final String icon;

    Lamp(String icon) {
        this.icon = icon;
    }

    /** Name of the shape in {@code /img/icons.svg}. */
    public String icon() {
        return icon;
    }

    /** CSS class and last part of message keys. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /**
     * Yellow when at most a fifth of the term or at most two working days are left, red after the last day.
     *
     * @param left days left in the term's own unit, 0 on the last day, negative after it
     * @param length days of the whole term in the same unit
     * @param workingLeft working days left
     */
    static Lamp of(int left, int length, int workingLeft) {
        if (left < 0) {
            return OVERDUE;
        }
        return left * YELLOW_PART <= length || few(workingLeft) ? DUE_SOON : NORMAL;
    }

    /** Whether so few working days are left that the lamp is yellow, however many rest days lie between them. */
    static boolean few(int workingLeft) {
        return workingLeft <= YELLOW_WORKING_DAYS;
    }
}
