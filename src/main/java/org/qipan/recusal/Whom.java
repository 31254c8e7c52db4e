package org.qipan.recusal;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom a petitioner wants to leave his matter. He knows no names and no posts, only what they do with it. */
public enum Whom {
    /** Those who received and sort it. */
    DESK,
    /** Those who handle it. */
    HANDLER,
    /** Those who sign what is answered. */
    HEAD;

    static Optional<Whom> of(String key) {
        return Stream.of(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    /** As it is stored, and as message keys end. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
