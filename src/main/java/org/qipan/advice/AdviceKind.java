package org.qipan.advice;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a petition office may recommend: 信访工作条例 art. 40. */
public enum AdviceKind {
    /** 改进工作 */
    IMPROVE,
    /** 完善政策 */
    POLICY,
    /** 给予处分 */
    SANCTION;

    /** As stored. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Message key. */
    public String key() {
        return "advice.kind." + code();
    }

    static Optional<AdviceKind> of(@Nullable String code) {
        return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
