package org.qipan.operations;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qipan.page.Fields;

/** What was typed about a drill; shown again as it was if it is refused. */
record DrillForm(
        @Nullable String day,
        @Nullable String passed,
        @Nullable String note) {

    static final int LONGEST = 500;

    /** Last part of the message key of what is wrong, empty if nothing is. */
    Optional<String> fault(LocalDate today) {
        LocalDate when = when();
        if (when == null || when.isAfter(today)) {
            return Optional.of("day");
        }
        if (!"true".equals(passed) && !"false".equals(passed)) {
            return Optional.of("passed");
        }
        String said = said();
        if (said.codePointCount(0, said.length()) > LONGEST) {
            return Optional.of("long");
        }
        return "false".equals(passed) && said.isEmpty() ? Optional.of("note") : Optional.empty();
    }

    /** @throws IllegalStateException if there is a {@link #fault} */
    Drill drill() {
        LocalDate when = when();
        if (when == null) {
            throw new IllegalStateException("no day");
        }
        return new Drill(when, "true".equals(passed), said());
    }

    private @Nullable LocalDate when() {
        return Fields.day(day);
    }

    private String said() {
        return note == null ? "" : note.replace("\r\n", "\n").replace("\0", "").strip();
    }
}
