package org.qipan.term;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.qipan.deadline.Deadlines;
import org.qipan.deadline.TermKind;
import org.qipan.deadline.TermRule;
import org.springframework.stereotype.Service;

/**
 * The terms as they hold now. What holds is asked of the table each time a clock is set, so every node sets it by the same row; a row never
 * changes, so a clock's own may be remembered.
 */
@Service
public class Terms {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final TermTable table;
    private final Deadlines deadlines;
    private final Clock clock;
    private final Map<Long, TermRule> kept = new ConcurrentHashMap<>();

    Terms(TermTable table, Deadlines deadlines, Clock clock) {
        this.table = table;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** A term that can be chosen. @param name as the office named it, null for one of the product's: message {@code term.name.<code>} */
    public record Choice(String code, @Nullable String name, TermKind kind) {}

    /**
     * What holds today.
     *
     * @param standard one of {@code deadline.PetitionTerms} or {@code deadline.ComplaintTerms}
     * @param unit that has to act: its area may have a term of its own
     * @param channel the matter came by, null if none
     */
    public TermVersion of(TermRule standard, String unit, @Nullable String channel) {
        return holding(standard.code(), unit, channel)
                .orElseThrow(() -> new IllegalStateException("no term " + standard.code()));
    }

    /**
     * What holds today for a matter whose subject has a term of its own. Where the Regulation sets the route's term, a subject can make it
     * shorter and never longer, and so it is with the extension.
     *
     * @param standard the route's
     * @param own code the subject names, null if none
     * @param event from which the days are counted
     */
    public TermVersion of(
            TermRule standard, @Nullable String own, String unit, @Nullable String channel, Instant event) {
        TermVersion route = of(standard, unit, channel);
        Optional<TermVersion> chosen =
                own == null || own.equals(standard.code()) || !Standard.fits(own, standard.code())
                        ? Optional.empty()
                        : holding(own, unit, channel);
        if (chosen.isEmpty()) {
            return route;
        }
        TermRule rule = under(standard, chosen.get().rule());
        boolean longer = deadlines
                .term(rule, event)
                .due()
                .isAfter(deadlines.term(route.rule(), event).due());
        return longer && standard.kind() == TermKind.STATUTORY
                ? route
                : new TermVersion(chosen.get().id(), rule);
    }

    /** The rule a running clock was set by. @param standard the clock's own */
    public TermRule kept(long version, TermRule standard) {
        TermRule rule =
                kept.computeIfAbsent(version, id -> table.find(id).orElseThrow().rule());
        return under(standard, rule);
    }

    /** What a subject may name, in the order of their codes. */
    public List<Choice> choices() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        Map<String, TermRow> newest = new LinkedHashMap<>();
        table.all().stream()
                .filter(row -> row.everywhere() && !row.from().isAfter(today) && Standard.answers(row.code()))
                .forEach(row -> newest.putIfAbsent(row.code(), row));
        return newest.values().stream()
                .filter(row -> row.days() != null)
                .map(row -> new Choice(row.code(), row.name(), row.kind()))
                .sorted(java.util.Comparator.comparing(Choice::code))
                .toList();
    }

    private Optional<TermVersion> holding(String code, String unit, @Nullable String channel) {
        return table.holding(code, unit, channel, LocalDate.ofInstant(clock.instant(), ZONE))
                .map(row -> new TermVersion(row.id(), row.rule()));
    }

    /** A subject's term as the clock of a route; what the law says of the route stays. */
    private static TermRule under(TermRule standard, TermRule rule) {
        if (rule.code().equals(standard.code())) {
            return rule;
        }
        boolean law = standard.kind() == TermKind.STATUTORY;
        return new TermRule(
                standard.code(),
                rule.days(),
                rule.unit(),
                law ? standard.kind() : rule.kind(),
                law ? standard.article() : rule.article(),
                standard.rollOver(),
                law ? Math.min(standard.longestExtension(), rule.longestExtension()) : rule.longestExtension(),
                rule.source());
    }
}
