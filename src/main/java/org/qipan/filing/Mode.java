package org.qipan.filing;

import java.util.Locale;

/** What the petitioner allows to be known of him: nothing, his name to the desk alone, or his name to whoever answers him. */
public enum Mode {
    ANONYMOUS,
    CONFIDENTIAL,
    NAMED;

    public static Mode of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** As it is stored, and as message keys end. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
