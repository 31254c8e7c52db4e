package org.qipan.filing;

import java.util.Locale;

/** The way a matter came in (信访工作条例 art. 17). */
public enum Channel {
    WEB,
    COUNTER,
    PHONE,
    LETTER,
    BOX,
    VISIT,
    MAIL,
    HOTLINE,
    NATIONAL;

    public static Channel of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** As it is stored, and as message keys end. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
