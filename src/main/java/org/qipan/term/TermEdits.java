package org.qipan.term;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.qipan.audit.Actor;
import org.qipan.audit.Audit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the system administrator does to the terms. A change holds for clocks set from its day on; those that run keep theirs. */
@Service
class TermEdits {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final TermTable table;
    private final TermRules rules;
    private final Audit audit;
    private final Clock clock;

    TermEdits(TermTable table, TermRules rules, Audit audit, Clock clock) {
        this.table = table;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param fresh it is a term the office adds @return why not, and nothing changed; empty if it was done */
    @Transactional
    public List<TermFault> apply(TermEntry entry, boolean fresh, Actor actor) {
        long newest = table.lock(entry.code());
        if (!fresh && newest != entry.seen()) {
            return List.of(TermFault.of("form", "meanwhile"));
        }
        List<TermFault> faults = rules.broken(entry, fresh, newest != 0, LocalDate.ofInstant(clock.instant(), ZONE));
        if (faults.isEmpty()) {
            table.add(entry, actor.staff());
            audit.record(actor, "term.audit." + (fresh ? "added" : "changed"), "term", entry.code(), detail(entry));
        }
        return faults;
    }

    private static Map<String, String> detail(TermEntry entry) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("from", String.valueOf(entry.from()));
        detail.put("days", entry.end() ? "-" : entry.days() + " " + entry.unit());
        detail.put("extension", String.valueOf(entry.extension()));
        detail.put("area", Objects.requireNonNullElse(entry.area(), "*"));
        detail.put("channel", Objects.requireNonNullElse(entry.channel(), "*"));
        detail.put("source", entry.source());
        detail.put("why", entry.why());
        return detail;
    }
}
