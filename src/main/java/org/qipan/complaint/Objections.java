package org.qipan.complaint;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Said;
import org.qipan.casefile.Vocabulary;
import org.qipan.course.ComplaintClocks;
import org.qipan.course.Route;
import org.qipan.course.Route.Way;
import org.qipan.deadline.Deadlines;
import org.qipan.deadline.PetitionTerms;
import org.qipan.deadline.TermRule;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.remit.ReceivingDesk;
import org.qipan.term.Terms;
import org.qipan.worklist.Refused;
import org.springframework.stereotype.Component;

/**
 * 提出异议: "not of our remit", with detailed reasons and within 5 working days (信访工作条例 art. 23). Whoever sent it decides; a second
 * objection goes to the nearest level above both, and what that decides stands (art. 24).
 */
@Component
class Objections {

    /** After two the superior has decided. */
    private static final int MOST = 2;

    private final ComplaintTable table;
    private final ComplaintClocks clocks;
    private final ReceivingDesk desk;
    private final Sorting sorting;
    private final CaseFiles cases;
    private final Directory directory;
    private final Vocabulary vocabulary;
    private final Terms terms;
    private final Deadlines deadlines;
    private final Clock clock;

    Objections(
            ComplaintTable table,
            ComplaintClocks clocks,
            ReceivingDesk desk,
            Sorting sorting,
            CaseFiles cases,
            Directory directory,
            Vocabulary vocabulary,
            Terms terms,
            Deadlines deadlines,
            Clock clock) {
        this.table = table;
        this.clocks = clocks;
        this.desk = desk;
        this.sorting = sorting;
        this.cases = cases;
        this.directory = directory;
        this.vocabulary = vocabulary;
        this.terms = terms;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** A desk that was sent a matter takes it, or says that it is not competent. */
    Map<String, Object> received(Complaint complaint, Map<String, Object> values, Staff by, Post as) {
        if ("objected".equals(values.get("decision"))) {
            return object(complaint, values, by, as);
        }
        clocks.done(complaint.id(), PetitionTerms.OBJECTION);
        table.state(complaint.id(), "received");
        // Art. 23: from the day it reached this unit, and not from the day it was written.
        clocks.start(complaint.id(), PetitionTerms.ROUTING, clock.instant(), as);
        cases.record(complaint.id(), "complaint.taken", by.id(), as, null, Map.of());
        return ComplaintProcess.sortAt(complaint.desk(), "taken");
    }

    Map<String, Object> object(Complaint complaint, Map<String, Object> values, Staff by, Post as) {
        Typed typed = new Typed(values, vocabulary);
        String reason = typed.needed("reason");
        if (complaint.objections() >= MOST) {
            typed.refuse("decision", "complaint.refused.decided");
        }
        if (late(complaint)) {
            typed.refuse("decision", "complaint.refused.objectedLate");
        }
        typed.check();
        Post judge = judge(complaint);
        clocks.done(complaint.id(), PetitionTerms.OBJECTION);
        table.objected(complaint.id());
        cases.record(
                complaint.id(), "complaint.objected", by.id(), as, reason, Map.of("to", Said.post(judge, directory)));
        return ComplaintProcess.objected(judge);
    }

    private boolean late(Complaint complaint) {
        return clocks.running(complaint.id(), PetitionTerms.OBJECTION)
                .map(ComplaintClocks.Running::due)
                .or(() -> Optional.ofNullable(complaint.objectable()))
                .or(() -> handed(complaint))
                .filter(due -> due.isAfter(clock.instant()))
                .isEmpty();
    }

    /** A unit that was given the matter to handle has one clock, that of its route: the days count from when it got it. */
    private Optional<Instant> handed(Complaint complaint) {
        return Optional.ofNullable(complaint.route())
                .map(Route::rule)
                .flatMap(rule -> clocks.running(complaint.id(), rule))
                .map(one -> window(complaint, one.holder().unit(), one.started()));
    }

    private Instant window(Complaint complaint, String unit, Instant from) {
        TermRule rule = terms.of(
                        PetitionTerms.OBJECTION, unit, complaint.channel().key())
                .rule();
        return deadlines.term(rule, from).due();
    }

    /** Art. 24: the common superior; where there is none the head of the unit that sent it calls the joint meeting. */
    private Post judge(Complaint complaint) {
        String sender = sender(complaint);
        if (complaint.objections() == 0 && desk.officers(sender, complaint.id())) {
            return ReceivingDesk.officer(sender);
        }
        return desk.superior(sender, complaint.id())
                .or(() -> desk.head(sender, complaint.id()))
                .orElseThrow(() -> new Refused("complaint.refused.noJudge"));
    }

    private static String sender(Complaint complaint) {
        String forwarder = complaint.forwarder();
        return forwarder == null || way(complaint) == Way.HANDLE ? complaint.desk() : forwarder;
    }

    private static Way way(Complaint complaint) {
        return Objects.requireNonNull(complaint.route()).way();
    }

    /** @param values {@code agreed}: it is sorted again; {@code insisted}: it stays, or goes where the superior says */
    Map<String, Object> decided(Complaint complaint, Map<String, Object> values, Staff by, Post as) {
        Typed typed = new Typed(values, vocabulary);
        String reason = typed.needed("reason");
        boolean agreed = "agreed".equals(typed.choice("decision"));
        String to = typed.choice("lead").isEmpty() ? target(complaint) : typed.choice("lead");
        if (!agreed && desk.meant(complaint.concerned(), to)) {
            typed.refuse("lead", "complaint.refused.meant");
        }
        Optional<Map<String, Object>> way = agreed ? Optional.of(Map.of()) : assigned(complaint, to);
        if (way.isEmpty()) {
            typed.refuse("lead", "complaint.refused.notHeld");
        }
        typed.check();
        String act = agreed ? "complaint.agreed" : "complaint.insisted";
        cases.record(complaint.id(), act, by.id(), as, reason, Map.of("to", directory.name(to)));
        return agreed ? again(complaint) : stays(complaint, to, way.orElseThrow());
    }

    private static String target(Complaint complaint) {
        return way(complaint) == Way.HANDLE ? Objects.requireNonNull(complaint.lead()) : complaint.desk();
    }

    private Optional<Map<String, Object>> assigned(Complaint complaint, String to) {
        if (way(complaint) == Way.HANDLE) {
            return sorting.handle(complaint.id(), to);
        }
        return desk.officers(to, complaint.id()) ? Optional.of(ComplaintProcess.forward(to)) : Optional.empty();
    }

    private Map<String, Object> again(Complaint complaint) {
        String sender = desk.free(sender(complaint), complaint.id()).orElseGet(() -> sender(complaint));
        table.desk(complaint.id(), sender, null);
        table.state(complaint.id(), "received");
        clocks.start(complaint.id(), PetitionTerms.ROUTING, clock.instant(), ReceivingDesk.officer(sender));
        return ComplaintProcess.sortAt(sender, "agreed");
    }

    private Map<String, Object> stays(Complaint complaint, String to, Map<String, Object> way) {
        if (way(complaint) == Way.HANDLE) {
            // A right and no duty: it is no clock, or a unit that gets to work would be late for not objecting.
            table.insisted(complaint.id(), to, window(complaint, to, clock.instant()));
            table.state(complaint.id(), "handling");
        } else {
            table.desk(complaint.id(), to, sender(complaint));
            table.state(complaint.id(), "forwarded");
            if (complaint.objections() < MOST) {
                clocks.start(complaint.id(), PetitionTerms.OBJECTION, clock.instant(), ReceivingDesk.officer(to));
            }
        }
        Map<String, Object> variables = new java.util.LinkedHashMap<>(way);
        variables.put("outcome", "insisted");
        return variables;
    }
}
