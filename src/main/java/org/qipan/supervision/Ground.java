package org.qipan.supervision;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a matter is supervised: 信访工作条例 art. 39. A bad grade is none of them: whoever handles the matter is not told of it. */
enum Ground {
    SHIRKING,
    DELAY,
    FRAUD,
    OBJECTIONS,
    OTHER;

    /** As stored. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Message key. */
    public String key() {
        return "supervision.ground." + code();
    }

    static Optional<Ground> of(@Nullable String code) {
        return Stream.of(values()).filter(ground -> ground.code().equals(code)).findFirst();
    }
}
