package org.qipan.feedback;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which entries the administrator looks at. */
enum FeedbackState {
    WAITING("answer is null"),
    ANSWERED("answer is not null"),
    ALL("true");

    private final String condition;

    FeedbackState(String condition) {
        this.condition = condition;
    }

    /** The state of this code; what waits, if there is none. */
    static FeedbackState of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElse(WAITING);
    }

    String condition() {
        return condition;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
