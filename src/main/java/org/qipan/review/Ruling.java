package org.qipan.review;

import java.util.Locale;

/** What a request led to. */
enum Ruling {
    /** 维持 */
    UPHOLD,
    /** 撤销并重新处理 */
    REVOKE,
    /** 变更 */
    CHANGE,
    /** 不予受理: nothing was looked at, so the request does not use up the right. */
    DECLINED;

    static Ruling of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** Whether the opinion it looked at has to be written anew. */
    boolean quashes() {
        return this == REVOKE || this == CHANGE;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
