package org.qipan.board;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a task stands at a unit: told by shape and word, never by colour alone. */
enum Standing {
    DONE("●"),
    RUNNING("◔"),
    OVERDUE("⬢"),
    STOPPED("‖"),
    RETURNED("↩"),
    /** Sent back, and the last day is over: both are said. */
    RETURNED_LATE("⬢"),
    NONE("·");

    private final String shape;

    Standing(String shape) {
        this.shape = shape;
    }

    public String shape() {
        return shape;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * @param value so far, null if nothing was recorded
     * @param last last day, null without one
     */
    static Standing of(
            String state,
            boolean stopped,
            @Nullable BigDecimal value,
            @Nullable BigDecimal minimum,
            @Nullable LocalDate last,
            LocalDate today) {
        boolean enough = minimum != null && value != null && value.compareTo(minimum) >= 0;
        if (state.equals("accepted") || state.equals("submitted") || enough && !state.equals("returned")) {
            return DONE;
        }
        if (stopped) {
            return STOPPED;
        }
        if (last != null && today.isAfter(last)) {
            return state.equals("returned") ? RETURNED_LATE : OVERDUE;
        }
        return state.equals("returned") ? RETURNED : RUNNING;
    }
}
