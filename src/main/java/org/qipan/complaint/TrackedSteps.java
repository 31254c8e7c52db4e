package org.qipan.complaint;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qipan.complaint.LegalStep.State;
import org.qipan.deadline.Deadlines;
import org.qipan.deadline.PetitionTerms;
import org.qipan.deadline.Term;
import org.qipan.directory.Directory;
import org.springframework.stereotype.Component;

/** The legal steps of a matter as the petitioner reads them: what was done, what runs and until when, what comes. */
@Component
class TrackedSteps {

    private final ComplaintClocks clocks;
    private final Directory directory;
    private final Deadlines deadlines;
    private final Clock clock;

    TrackedSteps(ComplaintClocks clocks, Directory directory, Deadlines deadlines, Clock clock) {
        this.clocks = clocks;
        this.directory = directory;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    List<LegalStep> of(Complaint complaint) {
        List<LegalStep> steps = new ArrayList<>();
        steps.add(new LegalStep(
                "complaint.step.received",
                State.DONE,
                day(complaint.received()),
                null,
                null,
                "complaint.article.21",
                null));
        clocks.of(complaint.id()).stream().map(this::step).forEach(steps::add);
        if (complaint.route() == null && complaint.open()) {
            steps.add(ahead("complaint.step.handling", "complaint.article.31-6"));
        }
        Instant closed = complaint.closed();
        steps.add(
                closed == null
                        ? ahead("complaint.step.closed", "complaint.article.32")
                        : new LegalStep(
                                "complaint.state." + complaint.state(),
                                State.DONE,
                                day(closed),
                                null,
                                null,
                                "complaint.article.32",
                                null));
        return steps;
    }

    private static LegalStep ahead(String key, String article) {
        return new LegalStep(key, State.AHEAD, null, null, null, article, null);
    }

    private LegalStep step(ComplaintClocks.Running running) {
        Instant done = running.done();
        return new LegalStep(
                "complaint.step." + running.rule().code(),
                done == null ? State.RUNNING : State.DONE,
                done == null ? null : day(done),
                Deadlines.lastDay(running.due()),
                directory.title(running.holder()),
                running.rule().article(),
                running.extended());
    }

    /** Art. 35: he may ask for a re-examination within 30 days of the written opinion; null if there is none, or the days are over. */
    @Nullable
    LegalStep nextRight(Complaint complaint, Optional<Paper> opinion) {
        if (complaint.route() != Route.PETITION || opinion.map(Paper::served).isEmpty()) {
            return null;
        }
        LocalDate served = Objects.requireNonNull(opinion.get().served());
        Term term = deadlines.term(
                PetitionTerms.REVIEW_REQUEST,
                served.atStartOfDay(clock.getZone()).toInstant());
        if (term.lastDay().isBefore(LocalDate.now(clock))) {
            return null;
        }
        return new LegalStep(
                "complaint.right.review",
                State.AHEAD,
                null,
                term.lastDay(),
                null,
                term.rule().article(),
                null);
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }
}
