package org.qipan.complaint;

import java.util.Locale;

/** What an opinion says to the request (信访工作条例 art. 32): it is granted, explained, or not granted. */
enum Verdict {
    SUPPORT,
    EXPLAIN,
    REFUSE;

    static Verdict of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
