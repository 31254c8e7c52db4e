package org.qipan.notice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people are told of. */
enum NoticeKind {
    /** Somebody's life may be at risk: at once, at any hour, never off. */
    DANGER,
    ARRIVED,
    RETURNED,
    URGED,
    /** Falls due soon, or fell due. */
    DUE,
    /** Something below is overdue. */
    SUPERVISED,
    PROBLEM,
    /** Sent for reading. */
    COPY,
    SUBSTITUTION;

    /** As stored in {@code notice_choice.off}, and last part of message keys. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Everything a person may switch off. */
    static List<NoticeKind> optional() {
        return Arrays.stream(values()).filter(kind -> kind != DANGER).toList();
    }

    static Optional<NoticeKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
