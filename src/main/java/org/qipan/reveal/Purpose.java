package org.qipan.reveal;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody has to know a petitioner for. */
enum Purpose {
    /** To ask him what he meant, or for proof. */
    ENQUIRY,
    /** To hand over a notice or an answer: 信访工作条例 art. 22 and 32 want it in his hands. */
    SERVICE,
    /** Because he may be in danger. */
    SAFETY,
    /** An organ that may by law demand it has done so in writing. */
    AUTHORITY;

    /** As stored. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Message key. */
    public String key() {
        return "reveal.purpose." + code();
    }

    static Optional<Purpose> of(@Nullable String code) {
        return Stream.of(values())
                .filter(purpose -> purpose.code().equals(code))
                .findFirst();
    }
}
