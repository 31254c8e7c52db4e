package org.qipan.reveal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.audit.Audit;
import org.qipan.casefile.Said;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.qipan.page.Texts;
import org.qipan.reveal.RevealSight.Matter;
import org.qipan.vault.Safe;
import org.qipan.worklist.Copies;
import org.qipan.worklist.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 双人授权查看: one asks, another allows, and then the first may look for half an hour. Every step and every look is in the audit. */
@Service
class Reveals {

    static final Duration TIME_TO_LOOK = Duration.ofMinutes(30);

    /** What is shown, in this order. The petitioner's own words are on the page of the case for those who may read them. */
    static final List<String> FIELDS = List.of("name", "phone", "address", "email", "safely");

    private static final String KIND = "case";

    private final RevealTable table;
    private final RevealSight sight;
    private final Directory directory;
    private final Safe safe;
    private final Audit audit;
    private final Copies copies;
    private final Texts texts;
    private final Clock clock;

    Reveals(
            RevealTable table,
            RevealSight sight,
            Directory directory,
            Safe safe,
            Audit audit,
            Copies copies,
            Texts texts,
            Clock clock) {
        this.table = table;
        this.sight = sight;
        this.directory = directory;
        this.safe = safe;
        this.audit = audit;
        this.copies = copies;
        this.texts = texts;
        this.clock = clock;
    }

    /** What somebody sees: the texts by field, empty where nothing was given, and how long he may look. */
    record Look(Map<String, String> texts, Instant at, Instant until) {}

    /** @throws Refused if he may not, has asked already, or nobody else could decide */
    @Transactional
    public void ask(Matter matter, Staff by, Purpose purpose, String words) {
        if (!sight.mayAsk(matter, by)) {
            throw new Refused("reveal.refused.right");
        }
        if (table.of(matter.id()).stream()
                .anyMatch(earlier ->
                        earlier.askedBy().equals(by.id()) && (earlier.open() || earlier.runs(clock.instant())))) {
            throw new Refused("reveal.refused.asked");
        }
        var deciders = sight.deciders(matter, by.id());
        if (deciders.isEmpty()) {
            throw new Refused("reveal.refused.nobody");
        }
        var asked = new Reveal(
                UUID.randomUUID(),
                matter.id(),
                matter.desk(),
                purpose,
                words,
                Reveal.State.ASKED,
                by.id(),
                clock.instant(),
                null,
                null,
                null,
                null,
                0);
        table.insert(asked);
        record(by, "reveal.audit.asked", asked);
        Said subject = Said.of("reveal.copy.asked", matter.number());
        deciders.forEach(post -> copies.send(matter.id(), subject, page(asked), post.group(), by.id()));
    }

    /**
     * @param reason may be empty if it is allowed
     * @throws Refused if he may not, or somebody has decided
     */
    @Transactional
    public void decide(Matter matter, UUID request, Staff by, boolean granted, String reason) {
        Reveal asked = table.locked(request)
                .filter(found -> found.caseId().equals(matter.id()))
                .orElseThrow(() -> new Refused("reveal.refused.right"));
        if (asked.askedBy().equals(by.id())) {
            throw new Refused("reveal.refused.own");
        }
        if (!sight.mayDecide(matter, by)) {
            throw new Refused("reveal.refused.right");
        }
        if (!asked.open()) {
            throw new Refused("reveal.refused.decided");
        }
        if (granted
                && directory
                        .staff(asked.askedBy())
                        .filter(asker -> sight.mayAsk(matter, asker))
                        .isEmpty()) {
            throw new Refused("reveal.refused.asker");
        }
        Instant now = clock.instant();
        table.decide(
                asked,
                granted ? Reveal.State.GRANTED : Reveal.State.REFUSED,
                by.id(),
                now,
                reason.isEmpty() ? null : reason,
                granted ? now.plus(TIME_TO_LOOK) : null);
        record(by, granted ? "reveal.audit.granted" : "reveal.audit.refused", asked);
        copies.read(page(asked), List.of(matter.desk()), by.id());
        if (granted) {
            Said subject = Said.of("reveal.copy.granted", matter.number());
            sight.above(matter)
                    .ifPresent(post -> copies.send(matter.id(), subject, register(matter.id()), post.group(), by.id()));
        }
    }

    /** The request under which this person may look now, empty if there is none. */
    Optional<Reveal> running(Matter matter, Staff by) {
        return table.of(matter.id()).stream()
                .filter(reveal -> reveal.askedBy().equals(by.id()) && reveal.runs(clock.instant()))
                .findFirst()
                .filter(reveal -> sight.mayAsk(matter, by));
    }

    /** Looks, once; empty if he may not now. */
    @Transactional
    public Optional<Look> look(Matter matter, Staff by) {
        return running(matter, by).map(reveal -> {
            table.looked(reveal.id());
            record(by, "reveal.audit.looked", reveal);
            return new Look(safe.open(matter.id(), FIELDS), clock.instant(), until(reveal));
        });
    }

    private static Instant until(Reveal running) {
        Instant until = running.until();
        if (until == null) {
            throw new IllegalStateException("not granted: " + running.id());
        }
        return until;
    }

    private void record(Staff by, String action, Reveal reveal) {
        audit.record(
                by.actor(),
                action,
                KIND,
                reveal.caseId().toString(),
                Map.of("request", reveal.id(), "purpose", reveal.purpose().code()));
    }

    static String register(UUID caseId) {
        return "/complaints/" + caseId + "/identity";
    }

    static String page(Reveal request) {
        return page(request.caseId(), request.id());
    }

    static String page(UUID caseId, UUID request) {
        return register(caseId) + "/requests/" + request;
    }

    /** A request of this matter; null if there is none. */
    @Nullable
    Reveal find(Matter matter, UUID request) {
        return table.of(matter.id()).stream()
                .filter(reveal -> reveal.id().equals(request))
                .findFirst()
                .orElse(null);
    }
}
