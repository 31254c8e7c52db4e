package org.qipan.service;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.AreaRange;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.Refused;
import org.qipan.worklist.Refused.Reason;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what was done for residents. Figures are sums over these records; nobody types a total. */
@Service
public class WorkRecords {

    /** Ten seconds on screen, and a little for the way to us. */
    static final Duration UNDO = Duration.ofSeconds(15);

    private final RecordTable table;
    private final RecordLists lists;
    private final ServiceCatalogue catalogue;
    private final EntryRules rules;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WorkRecords(
            RecordTable table,
            RecordLists lists,
            ServiceCatalogue catalogue,
            EntryRules rules,
            Directory directory,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.lists = lists;
        this.catalogue = catalogue;
        this.rules = rules;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records one act of work.
     *
     * @return its id; that of the first one if the same client id is sent again
     * @throws Refused with the reasons by field
     */
    @Transactional
    public long record(Entry entry, Staff by, Post as) {
        return add(entry, by, as, null, null);
    }

    /** Puts a corrected record in the place of an own one; the old one stays readable. */
    @Transactional
    public long correct(long id, Entry entry, String reason, Staff by, Post as) {
        Optional<Long> known = table.byClient(entry.clientId(), by.id());
        if (known.isPresent()) {
            return known.get();
        }
        RecordTable.Owned old = own(id, by);
        explained(reason);
        table.supersede(id, clock.instant());
        long replacing = add(entry, by, as, id, reason);
        events.publishEvent(new WorkRecorded(old.unit(), old.kind(), old.campaign()));
        return replacing;
    }

    /** Takes an own record back: without a reason within seconds, with one later. Repeating it is harmless. */
    @Transactional
    public void withdraw(long id, @Nullable String reason, Staff by) {
        RecordTable.Owned old = table.lock(id, by.id()).orElseThrow(() -> new Refused("service.refused.notyours"));
        if (!old.counts()) {
            return;
        }
        if (clock.instant().isAfter(old.receivedAt().plus(UNDO))) {
            explained(reason);
        }
        table.withdraw(id, reason, clock.instant());
        events.publishEvent(new WorkRecorded(old.unit(), old.kind(), old.campaign()));
    }

    /**
     * Sums of what was recorded for a campaign, by unit, then kind.
     *
     * @param campaign null for all work
     * @param within code of the unit whose area is covered
     */
    public Map<String, Map<String, BigDecimal>> totals(
            @Nullable UUID campaign, Collection<String> kinds, String within) {
        return totals(campaign, kinds, within, null, null);
    }

    /** The same for work done on the days of a period. @param from first and {@code to} last day, null for no limit */
    public Map<String, Map<String, BigDecimal>> totals(
            @Nullable UUID campaign,
            Collection<String> kinds,
            String within,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        Map<String, Map<String, BigDecimal>> totals = new LinkedHashMap<>();
        lists.sums(campaign, kinds, AreaRange.of(within), from, to)
                .forEach((unit, sums) -> sums.forEach((kind, sum) ->
                        totals.computeIfAbsent(unit, u -> new LinkedHashMap<>()).put(kind, sum.quantity())));
        return totals;
    }

    /** The records that make up one total. */
    public List<WorkRecord> records(
            String kind, String unit, @Nullable UUID campaign, @Nullable LocalDate from, @Nullable LocalDate to) {
        return lists.behind(kind, AreaRange.of(unit), unit, campaign, from, to).stream()
                .filter(WorkRecord::counts)
                .toList();
    }

    /** How many records reached us since a moment from an area, for "since you last looked". */
    public long since(Instant moment, String within) {
        return lists.since(moment, AreaRange.of(within));
    }

    private long add(Entry entry, Staff by, Post as, @Nullable Long replaces, @Nullable String reason) {
        if (!by.holds(as)) {
            throw new Refused("service.refused.post");
        }
        List<Reason> broken = rules.broken(entry, as, catalogue::find);
        if (!broken.isEmpty()) {
            throw new Refused(broken);
        }
        ServiceKind kind = catalogue.find(entry.kind()).orElseThrow();
        Optional<Long> id = table.insert(
                entry,
                kind.aggregateOnly(),
                directory.unit(entry.unit()),
                directory.ownerArea(entry.unit()),
                by.id(),
                as,
                clock.instant(),
                replaces,
                reason);
        if (id.isEmpty()) {
            return table.byClient(entry.clientId(), by.id()).orElseThrow(() -> new Refused("service.refused.client"));
        }
        events.publishEvent(new WorkRecorded(entry.unit(), entry.kind(), entry.campaign()));
        return id.get();
    }

    private RecordTable.Owned own(long id, Staff by) {
        RecordTable.Owned old = table.lock(id, by.id()).orElseThrow(() -> new Refused("service.refused.notyours"));
        if (!old.counts()) {
            throw new Refused("service.refused.replaced");
        }
        return old;
    }

    private static void explained(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refused.at("reason", "service.refused.reason");
        }
    }
}
