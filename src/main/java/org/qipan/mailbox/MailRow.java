package org.qipan.mailbox;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail as lists show it: nothing of what it says. */
record MailRow(
        UUID id,
        String desk,
        long uid,
        LocalDate received,
        String state,
        @Nullable String reason,
        @Nullable UUID complaint,
        boolean shredded) {

    static final String WAITING = "waiting";
    static final String UNREADABLE = "unreadable";
    static final String ASIDE = "aside";
    static final String REGISTERED = "registered";

    boolean is(String other) {
        return state.equals(other);
    }
}
