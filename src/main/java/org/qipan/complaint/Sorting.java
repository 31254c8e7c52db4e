package org.qipan.complaint;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Exclusions;
import org.qipan.casefile.Said;
import org.qipan.casefile.Vocabulary;
import org.qipan.course.ComplaintClocks;
import org.qipan.course.Kind;
import org.qipan.course.Route;
import org.qipan.course.Route.Way;
import org.qipan.deadline.PetitionTerms;
import org.qipan.deadline.TermRule;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.filing.Mode;
import org.qipan.remit.ReceivingDesk;
import org.qipan.vault.Safe;
import org.springframework.stereotype.Component;

/** 登记分类: the officer names the kind, writes what others may read, and chooses the way (信访工作条例 arts. 22, 23, 29 to 31). */
@Component
class Sorting {

    private static final TermRule[] SORTED = {PetitionTerms.ROUTING};
    private static final TermRule[] TOLD = {PetitionTerms.ROUTING, PetitionTerms.NOTICE};

    private final ComplaintTable table;
    private final ComplaintClocks clocks;
    private final ReceivingDesk desk;
    private final Papers papers;
    private final CaseFiles cases;
    private final Exclusions exclusions;
    private final Directory directory;
    private final Safe safe;
    private final Vocabulary vocabulary;
    private final Clock clock;

    Sorting(
            ComplaintTable table,
            ComplaintClocks clocks,
            ReceivingDesk desk,
            Papers papers,
            CaseFiles cases,
            Exclusions exclusions,
            Directory directory,
            Safe safe,
            Vocabulary vocabulary,
            Clock clock) {
        this.table = table;
        this.clocks = clocks;
        this.desk = desk;
        this.papers = papers;
        this.cases = cases;
        this.exclusions = exclusions;
        this.directory = directory;
        this.safe = safe;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    /** @return variables for the process */
    Map<String, Object> sort(Complaint complaint, Map<String, Object> values, Staff by, Post as) {
        Typed typed = new Typed(values, vocabulary);
        Sorted sorted = read(complaint, typed);
        Optional<Map<String, Object>> way = way(complaint, sorted, typed);
        typed.check();
        write(complaint, sorted);
        if (complaint.number() == null) {
            cases.number(complaint.id(), Complaints.KIND);
        }
        boolean told = notice(complaint, sorted, by, as);
        clocks.done(complaint.id(), told ? TOLD : SORTED);
        start(complaint, sorted, way.orElseThrow());
        cases.record(complaint.id(), "complaint.sorted", by.id(), as, sorted.reason(), facts(sorted));
        return way.orElseThrow();
    }

    private Sorted read(Complaint complaint, Typed typed) {
        Kind kind = Kind.of(typed.choice("kind"));
        Route route = Route.of(typed.choice("route"));
        boolean leads = route.way() != Way.DIRECT;
        String lead = typed.choice("lead").isEmpty() || !leads ? null : typed.choice("lead");
        LocalDate back = route == Route.ENTRUSTED ? typed.day("report") : null;
        if (!route.fits(kind)) {
            typed.refuse("route", "complaint.refused.route");
        }
        if (leads && lead == null) {
            typed.refuse("lead", "complaint.refused.lead");
        }
        if (route == Route.ENTRUSTED && (back == null || back.isBefore(LocalDate.now(clock)))) {
            typed.refuse("report", "complaint.refused.reportBack");
        }
        boolean sealed = complaint.mode() == Mode.ANONYMOUS || kind == Kind.REPORT;
        return new Sorted(
                kind,
                route,
                typed.number("subject"),
                typed.told("title"),
                typed.told("digest"),
                lead,
                leads ? typed.text("reason") : typed.needed("reason"),
                back,
                sealed);
    }

    /** Where it goes; empty, with a refusal, where nobody there may have it. */
    private Optional<Map<String, Object>> way(Complaint complaint, Sorted sorted, Typed typed) {
        String lead = sorted.lead();
        if (sorted.route().way() == Way.DIRECT) {
            return Optional.of(ComplaintProcess.direct(complaint.reachable() || complaint.electronic()));
        }
        if (lead == null) {
            return Optional.empty();
        }
        if (desk.meant(complaint.concerned(), lead)) {
            typed.refuse("lead", "complaint.refused.meant");
            return Optional.empty();
        }
        Optional<Map<String, Object>> way =
                sorted.route().way() == Way.HANDLE ? handle(complaint.id(), lead) : forward(complaint, lead);
        if (way.isEmpty()) {
            typed.refuse("lead", "complaint.refused.notHeld");
        }
        return way;
    }

    private Optional<Map<String, Object>> forward(Complaint complaint, String to) {
        return !to.equals(complaint.desk()) && desk.officers(to, complaint.id())
                ? Optional.of(ComplaintProcess.forward(to))
                : Optional.empty();
    }

    Optional<Map<String, Object>> handle(UUID complaint, String unit) {
        return desk.handler(unit, complaint)
                .flatMap(handler -> desk.head(unit, complaint).map(head -> ComplaintProcess.handle(handler, head)));
    }

    private void write(Complaint complaint, Sorted sorted) {
        table.sorted(complaint.id(), sorted);
        exclusions.seal(complaint.id(), sorted.sealed());
        if (sorted.sealed()) {
            safe.put(complaint.id(), "digest", sorted.digest());
        }
        cases.retitle(complaint.id(), Said.typed(sorted.title()));
    }

    /** Art. 23: in writing within 15 days, and not where name or address is unclear. @return whether it reached him at once */
    private boolean notice(Complaint complaint, Sorted sorted, Staff by, Post as) {
        if (!complaint.reachable() && !complaint.electronic()) {
            return false;
        }
        clocks.start(complaint.id(), PetitionTerms.NOTICE, complaint.received(), as);
        String text = sorted.reason() == null ? "" : sorted.reason();
        long paper = papers.draft(complaint.id(), Paper.NOTICE, null, text, null, by.id());
        papers.sign(paper, Paper.NOTICE, as.unit(), by.id());
        boolean told = complaint.electronic() && sorted.route().way() != Way.DIRECT;
        if (told) {
            papers.serve(paper, "electronic", LocalDate.now(clock), null);
        }
        return told;
    }

    private void start(Complaint complaint, Sorted sorted, Map<String, Object> way) {
        String lead = sorted.lead();
        switch (sorted.route().way()) {
            case HANDLE -> {
                Post handler = new Post(String.valueOf(way.get("handler")), String.valueOf(lead));
                clocks.start(
                        complaint.id(),
                        java.util.Objects.requireNonNull(sorted.route().rule()),
                        clock.instant(),
                        handler);
            }
            case FORWARD -> sendOn(complaint, String.valueOf(lead));
            case DIRECT -> {}
        }
    }

    /** Art. 23: who gets it has 5 working days to say that it is not competent. */
    private void sendOn(Complaint complaint, String to) {
        table.desk(complaint.id(), to, complaint.desk());
        clocks.start(complaint.id(), PetitionTerms.OBJECTION, clock.instant(), ReceivingDesk.officer(to));
    }

    private Map<String, Object> facts(Sorted sorted) {
        Said route = Said.of("complaint.route." + sorted.route().key());
        String lead = sorted.lead();
        return lead == null ? Map.of("route", route) : Map.of("route", route, "to", directory.name(lead));
    }
}
