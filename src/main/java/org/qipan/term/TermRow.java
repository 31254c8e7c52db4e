package org.qipan.term;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.deadline.DayUnit;
import org.qipan.deadline.RollOver;
import org.qipan.deadline.TermKind;
import org.qipan.deadline.TermRule;

/**
 * A row of table {@code term_rule}: one version of a term.
 *
 * @param name null for a term the product knows
 * @param area unit whose area it holds in, null for all; {@code channel} likewise
 * @param days null where it ends what held for this area and channel
 */
record TermRow(
        long id,
        String code,
        @Nullable String name,
        @Nullable String area,
        @Nullable String channel,
        @Nullable Integer days,
        DayUnit unit,
        int extension,
        TermKind kind,
        String source,
        LocalDate from,
        @Nullable UUID by,
        Instant at,
        String why) {

    boolean everywhere() {
        return area == null && channel == null;
    }

    /** The rule it makes for a clock. */
    TermRule rule() {
        TermRule standard = Standard.find(code);
        return new TermRule(
                code,
                Objects.requireNonNull(days),
                unit,
                kind,
                standard != null && standard.kind() == kind
                        ? standard.article()
                        : "deadline.article.by-" + kind.name().toLowerCase(Locale.ROOT),
                standard == null ? RollOver.NONE : standard.rollOver(),
                extension,
                source.isEmpty() ? null : source);
    }
}
