package org.qipan.complaint;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Said;
import org.qipan.casefile.Vocabulary;
import org.qipan.course.ComplaintClocks;
import org.qipan.course.Route;
import org.qipan.deadline.ComplaintTerms;
import org.qipan.deadline.PetitionTerms;
import org.qipan.deadline.TermRule;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.Refused;
import org.springframework.stereotype.Component;

/** From the opinion to what was carried out (信访工作条例 arts. 31 (6), 32, 34). */
@Component
class Handling {

    private final ComplaintTable table;
    private final ComplaintClocks clocks;
    private final Papers papers;
    private final Proofs proofs;
    private final Objections objections;
    private final CaseFiles cases;
    private final Vocabulary vocabulary;
    private final Clock clock;

    Handling(
            ComplaintTable table,
            ComplaintClocks clocks,
            Papers papers,
            Proofs proofs,
            Objections objections,
            CaseFiles cases,
            Vocabulary vocabulary,
            Clock clock) {
        this.table = table;
        this.clocks = clocks;
        this.papers = papers;
        this.proofs = proofs;
        this.objections = objections;
        this.cases = cases;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    Map<String, Object> handled(Complaint complaint, Map<String, Object> values, Staff by, Post as) {
        if ("objected".equals(values.get("decision"))) {
            return objections.object(complaint, values, by, as);
        }
        Typed typed = new Typed(values, vocabulary);
        boolean petition = complaint.route() == Route.PETITION;
        if (typed.choice("verdict").isEmpty()) {
            typed.refuse("verdict", "complaint.refused.empty");
        }
        // Art. 32: an opinion names request, facts and reasons, what it says, and the law it rests on.
        String facts = petition ? typed.needed("facts") : typed.text("facts");
        String basis = petition ? typed.needed("basis") : typed.text("basis");
        String opinion = typed.needed("opinion");
        typed.check();
        papers.discardDrafts(complaint.id());
        papers.draft(complaint.id(), Paper.OPINION, facts, opinion, basis, by.id());
        table.answered(complaint.id(), Verdict.of(typed.choice("verdict")));
        cases.record(complaint.id(), "complaint.handled", by.id(), as, null, Map.of());
        return ComplaintProcess.outcome("opinion");
    }

    Map<String, Object> signed(Complaint complaint, Map<String, Object> values, Staff by, Post as) {
        Typed typed = new Typed(values, vocabulary);
        Paper paper = draft(complaint);
        if ("returned".equals(typed.choice("decision"))) {
            String remark = typed.needed("remark");
            typed.check();
            table.state(complaint.id(), "handling");
            cases.record(complaint.id(), "complaint.returned", by.id(), as, remark, Map.of());
            return ComplaintProcess.outcome("returned");
        }
        String remark = typed.text("remark");
        if (paper.draftedBy().equals(by.id())) {
            typed.refuse(null, "complaint.refused.own");
        }
        typed.check();
        String number = papers.sign(paper.id(), Paper.OPINION, Objects.requireNonNull(complaint.lead()), by.id());
        table.state(complaint.id(), "serving");
        cases.record(complaint.id(), "complaint.signed", by.id(), as, remark, Map.of("number", number));
        return ComplaintProcess.outcome("signed");
    }

    private Paper draft(Complaint complaint) {
        return papers.newest(complaint.id(), Paper.OPINION)
                .orElseThrow(() -> new Refused("complaint.refused.noOpinion"));
    }

    /** 送达回证: how the paper reached him, and when. Only then the matter is answered. */
    Map<String, Object> served(Complaint complaint, Map<String, Object> values, Staff by, Post as) {
        boolean opinion = complaint.verdict() != null;
        Paper paper = papers.newest(complaint.id(), opinion ? Paper.OPINION : Paper.NOTICE)
                .orElseThrow(() -> new Refused("complaint.refused.noOpinion"));
        Typed typed = new Typed(values, vocabulary);
        String how = typed.choice("how");
        LocalDate on = typed.day("servedOn");
        String proof = typed.text("proof");
        proofs.check(complaint, paper, typed);
        typed.check();
        papers.serve(paper.id(), how, Objects.requireNonNull(on), proof);
        Route route = Objects.requireNonNull(complaint.route());
        TermRule[] kept = Stream.of(PetitionTerms.NOTICE, route.rule())
                .filter(Objects::nonNull)
                .toArray(TermRule[]::new);
        clocks.done(complaint.id(), kept);
        cases.record(
                complaint.id(),
                "complaint.served",
                by.id(),
                as,
                null,
                Map.of("how", Said.of("complaint.how." + how), "on", on.toString()));
        if (complaint.verdict() != Verdict.SUPPORT) {
            return ComplaintProcess.outcome("served");
        }
        table.state(complaint.id(), "carrying");
        Post holder = clocks.of(complaint.id()).stream()
                .filter(one -> route.clocks(one.rule()))
                .reduce((one, later) -> later)
                .map(ComplaintClocks.Running::holder)
                .orElse(as);
        clocks.start(complaint.id(), ComplaintTerms.CARRYING, clock.instant(), holder);
        return ComplaintProcess.outcome("supported");
    }

    /** Art. 32: an opinion that grants the request is carried out. */
    Map<String, Object> carried(Complaint complaint, Map<String, Object> values, Staff by, Post as) {
        Typed typed = new Typed(values, vocabulary);
        String text = typed.needed("carried");
        typed.check();
        table.state(complaint.id(), "checking");
        cases.record(complaint.id(), "complaint.carried", by.id(), as, text, Map.of());
        return Map.of();
    }

    /** The desk looks whether it was, and not the unit that says so. */
    Map<String, Object> checked(Complaint complaint, Map<String, Object> values, Staff by, Post as) {
        Typed typed = new Typed(values, vocabulary);
        boolean missing = "missing".equals(typed.choice("decision"));
        String remark = missing ? typed.needed("remark") : typed.text("remark");
        typed.check();
        if (missing) {
            table.state(complaint.id(), "carrying");
        } else {
            clocks.done(complaint.id(), ComplaintTerms.CARRYING);
        }
        String act = missing ? "complaint.missing" : "complaint.seen";
        cases.record(complaint.id(), act, by.id(), as, remark, Map.of());
        return ComplaintProcess.outcome(missing ? "missing" : "done");
    }
}
