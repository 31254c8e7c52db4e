package org.qipan.course;

import java.util.Locale;

/** What somebody wants (domain words 咨询 求助 建议 投诉 举报). */
public enum Kind {
    INQUIRY,
    HELP,
    SUGGESTION,
    COMPLAINT,
    REPORT;

    public static Kind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** As it is stored, and as message keys end. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
