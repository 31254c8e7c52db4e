package org.qipan.aid;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody is helped to. */
enum Need {
    LIVING,
    MEDICAL,
    LEGAL,
    HOUSING,
    SCHOOLING,
    OTHER;

    /** As stored. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Message key. */
    public String key() {
        return "aid.need." + code();
    }

    static Optional<Need> of(@Nullable String code) {
        return Stream.of(values()).filter(need -> need.code().equals(code)).findFirst();
    }
}
