package org.qipan.task;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why somebody must not deal with a matter: 公务员法（2018 修订） arts. 76 and 74 para. 1. */
public enum Ground {
    /** His own interest: art. 76 no. 1. */
    OWN,
    /** That of his spouse: art. 76 no. 2 with art. 74. */
    SPOUSE,
    /** That of lineal relatives, collateral ones within three generations, or close in-laws: art. 76 no. 2 with art. 74. */
    RELATIVE,
    /** Anything else that may keep him from being fair: art. 76 no. 3. */
    OTHER;

    /** The value stored and used in message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Ground> of(String key) {
        return Stream.of(values()).filter(ground -> ground.key().equals(key)).findFirst();
    }
}
