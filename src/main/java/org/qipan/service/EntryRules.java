package org.qipan.service;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Vocabulary;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.worklist.Refused.Reason;
import org.springframework.stereotype.Component;

/** What an entry must satisfy, whether typed or imported. */
@Component
class EntryRules {

    private static final BigDecimal MOST = new BigDecimal("9999999");
    private static final LocalDate EARLIEST = LocalDate.of(2015, 1, 1);

    private final Directory directory;
    private final Vocabulary vocabulary;
    private final Clock clock;

    EntryRules(Directory directory, Vocabulary vocabulary, Clock clock) {
        this.directory = directory;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    List<Reason> broken(Entry entry, Post as, Function<String, Optional<ServiceKind>> kinds) {
        return broken(entry, as, kinds, unit -> unitAllowed(unit, as));
    }

    /** As above, for many entries: kinds and units are looked up by the caller, once each. */
    List<Reason> broken(
            Entry entry, Post as, Function<String, Optional<ServiceKind>> kinds, Predicate<String> allowedUnit) {
        List<Reason> broken = new ArrayList<>();
        kinds.apply(entry.kind())
                .ifPresentOrElse(
                        kind -> ofKind(entry, kind, as, broken),
                        () -> broken.add(reason("kind", "service.refused.kind")));
        if (entry.day().isAfter(LocalDate.now(clock))) {
            broken.add(reason("day", "service.refused.future"));
        } else if (entry.day().isBefore(EARLIEST)) {
            broken.add(reason("day", "service.refused.past", EARLIEST));
        }
        if (!allowedUnit.test(entry.unit())) {
            broken.add(reason("unit", "service.refused.unit"));
        }
        if (entry.grid() != null && !entry.grid().matches("[0-9]{1,3}")) {
            broken.add(reason("grid", "service.refused.grid"));
        }
        if (entry.note() != null && entry.note().length() > 500) {
            broken.add(reason("note", "service.refused.long", 500));
        }
        if (entry.note() != null && !storable(entry.note())) {
            broken.add(reason("note", "service.refused.characters"));
        }
        vocabulary
                .hint(entry.note())
                .ifPresent(finding -> broken.add(reason("note", "vocabulary.hint", finding.word(), finding.cleaned())));
        return broken;
    }

    private static void ofKind(Entry entry, ServiceKind kind, Post as, List<Reason> broken) {
        if (!kind.recordedBy(as.role())) {
            broken.add(reason("kind", kind.aggregateOnly() ? "service.refused.institution" : "service.refused.office"));
        }
        if (kind.aggregateOnly() && (entry.grid() != null || entry.note() != null)) {
            broken.add(reason(entry.grid() != null ? "grid" : "note", "service.refused.aggregate"));
        }
        quantity("quantity", entry.quantity(), kind.decimals(), broken);
        quantity("secondQuantity", entry.secondQuantity(), 0, broken);
        if (entry.secondQuantity() != null && !kind.hasSecond()) {
            broken.add(reason("secondQuantity", "service.refused.second"));
        }
    }

    private static void quantity(String field, @Nullable BigDecimal value, int decimals, List<Reason> broken) {
        if (value == null) {
            return;
        }
        if (value.signum() < 0 || value.compareTo(MOST) > 0) {
            broken.add(reason(field, "service.refused.quantity"));
        } else if (value.stripTrailingZeros().scale() > decimals) {
            broken.add(reason(field, decimals == 0 ? "service.refused.whole" : "service.refused.decimals", decimals));
        }
    }

    /** NUL and halves of surrogate pairs cannot be stored as text. */
    private static boolean storable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** Village staff and departments record their own work; officers may also enter what a lower unit noted on paper. */
    boolean unitAllowed(String unit, Post as) {
        if (unit.equals(as.unit())) {
            return true;
        }
        return as.role().endsWith("-officer")
                && !as.role().equals("department-officer")
                && directory.find(unit).isPresent()
                && directory.covers(as.unit(), unit);
    }

    private static Reason reason(String field, String key, Object... arguments) {
        return new Reason(field, key, List.of(arguments));
    }
}
