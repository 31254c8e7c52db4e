package org.qipan.problem;

import java.util.Locale;

/** What a problem is about, in the order of the form. */
enum ProblemKind {
    /** 政策: a rule is unclear or does not fit. */
    POLICY,
    /** 协调: another unit is needed. */
    COOPERATION,
    /** 人手经费 */
    RESOURCES,
    /** 数据: a figure, a list or the system is wrong. */
    FIGURES,
    /** 作风安全: how somebody behaves, or that people are not safe. The next level may be left out. */
    CONDUCT,
    /** 其他 */
    OTHER;

    /** The value stored, and the last part of message keys. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ProblemKind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
