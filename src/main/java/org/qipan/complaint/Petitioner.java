package org.qipan.complaint;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseEnded;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Said;
import org.qipan.page.OfficeWords;
import org.qipan.progress.LegalStep;
import org.qipan.progress.Messages;
import org.qipan.progress.Tracked;
import org.qipan.progress.TrackedExtra;
import org.qipan.worklist.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/** What a petitioner may do with his own matter, which the caller has found by his receipt. Nobody on the staff can do it for him. */
@Service
@Transactional
public class Petitioner {

    private final ComplaintTable table;
    private final BundleTable bundles;
    private final ComplaintProcess process;
    private final Complaints complaints;
    private final TrackedSteps steps;
    private final Papers papers;
    private final Supplier<List<TrackedExtra>> extras;
    private final Messages messages;
    private final Ratings ratings;
    private final Shredding shredding;
    private final ApplicationEventPublisher events;
    private final CaseFiles cases;
    private final OfficeWords words;

    Petitioner(
            ComplaintTable table,
            BundleTable bundles,
            ComplaintProcess process,
            Complaints complaints,
            TrackedSteps steps,
            Papers papers,
            ObjectProvider<TrackedExtra> extras,
            Messages messages,
            Ratings ratings,
            Shredding shredding,
            ApplicationEventPublisher events,
            CaseFiles cases,
            OfficeWords words) {
        this.table = table;
        this.bundles = bundles;
        this.process = process;
        this.complaints = complaints;
        this.steps = steps;
        this.papers = papers;
        this.extras = SingletonSupplier.of(() -> extras.stream().toList());
        this.messages = messages;
        this.ratings = ratings;
        this.shredding = shredding;
        this.events = events;
        this.cases = cases;
        this.words = words;
    }

    /** What was written to him, his steps, and what capabilities above say of both. */
    public Tracked of(UUID id) {
        Complaint own = table.find(id).orElseThrow();
        UUID into = own.mergedInto();
        // Of what was merged he reads the course and the answer of the one that stands for all.
        Complaint complaint = into == null ? own : table.find(into).orElseThrow();
        List<Paper> served = papers.served(complaint.id());
        boolean kept = !shredding.done(id);
        return new Tracked(
                id,
                complaint.number(),
                LocalDate.ofInstant(own.received(), java.time.ZoneId.of("Asia/Shanghai")),
                complaint.open(),
                "complaint.state." + complaint.state(),
                course(id, complaint),
                nextRight(complaint.id()),
                messages.of(id),
                Stream.concat(
                                served.stream().map(Petitioner::letter),
                                extras.get().stream()
                                        .flatMap(extra ->
                                                extra.letters(extra.personal() ? id : complaint.id()).stream()))
                        .toList(),
                own.open(),
                kept && own.grade() == null && ratings.answered(complaint),
                kept,
                complaint.urgent(),
                bundles.parts(id).stream().map(this::of).toList());
    }

    /** What capabilities above add comes before what is still ahead. */
    private List<LegalStep> course(UUID id, Complaint complaint) {
        List<LegalStep> legal = steps.of(complaint);
        Stream<LegalStep> more =
                extras.get().stream().flatMap(extra -> extra.steps(extra.personal() ? id : complaint.id()).stream());
        return Stream.of(
                        legal.stream().filter(step -> !ahead(step)),
                        more,
                        legal.stream().filter(Petitioner::ahead))
                .flatMap(one -> one)
                .toList();
    }

    private static boolean ahead(LegalStep step) {
        return step.state() == LegalStep.State.AHEAD;
    }

    private @Nullable LegalStep nextRight(UUID complaint) {
        return extras.get().stream()
                .map(extra -> extra.nextRight(complaint))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Tracked.Letter letter(Paper paper) {
        return new Tracked.Letter(
                "complaint.paper." + paper.kind(),
                Objects.requireNonNull(paper.number()),
                Objects.requireNonNull(paper.served()),
                paper.facts(),
                paper.text(),
                paper.basis());
    }

    /** @throws Refused naming {@code text} */
    public void say(UUID id, String text) {
        shredding.refuse(id);
        messages.said(id, Messages.checked("text", text));
        cases.record(id, "complaint.message", null, null, null, Map.of());
    }

    /** 撤回信访事项. @throws Refused if the matter is over */
    public void withdraw(UUID id, String reason) {
        Complaint complaint = table.lock(id);
        if (!complaint.open()) {
            throw new Refused("complaint.refused.over");
        }
        table.close(id, "withdrawn");
        cases.record(id, "complaint.withdrawn", null, null, null, Map.of());
        if (!reason.isBlank()) {
            messages.said(id, Messages.checked("reason", reason));
        }
        events.publishEvent(new CaseEnded(id, Said.of("complaint.ended.withdrawn")));
        process.end(id);
    }

    /** Said when he was asked afterwards: as a bad grade it goes one level up and not to whoever handled it; a grade it is not. */
    public void unhappy(UUID id, Set<String> why, @Nullable String text) {
        ratings.unhappy(id, why, text);
    }

    /**
     * 评价, once, of what was answered. A bad one goes one level up and not to whoever handled it.
     *
     * @param grade 5 very content … 1 not at all
     * @param why of {@code unsolved}, {@code rude}, {@code law}
     * @throws Refused if there is nothing to rate, or it was rated
     */
    public void rate(UUID id, int grade, Set<String> why, @Nullable String text) {
        ratings.rate(id, grade, why, text);
    }

    /**
     * 有人要求我撤回, 我受到打击报复: a matter of its own, one level up, that the desk and whoever handles this one cannot see.
     *
     * @param kind {@code pressed} or {@code retaliation}
     * @throws Refused if nobody above works here
     */
    public void alarm(UUID id, String kind, String text) {
        if (!kind.equals("pressed") && !kind.equals("retaliation")) {
            throw new Refused("complaint.refused.empty");
        }
        Complaint first = table.find(id).orElseThrow();
        complaints.alarm(kind, about(first) + Messages.checked("text", text), first);
    }

    /** Else whoever is told could not look at what it is about; the number leads nobody to it who may not see it. */
    private String about(Complaint first) {
        String number = first.number();
        return number == null ? "" : words.of("complaint.alarm.about", number) + "\n";
    }
}
