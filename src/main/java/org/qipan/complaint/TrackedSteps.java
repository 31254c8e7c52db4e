package org.qipan.complaint;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.qipan.course.ComplaintClocks;
import org.qipan.deadline.Deadlines;
import org.qipan.page.Texts;
import org.qipan.progress.LegalStep;
import org.qipan.progress.LegalStep.State;
import org.springframework.stereotype.Component;

/** The legal steps of a matter as the petitioner reads them: what was done, what runs and until when, what comes. */
@Component
class TrackedSteps {

    private final ComplaintClocks clocks;
    private final ClockHolders holders;
    private final Shredding shredding;
    private final Texts texts;
    private final Clock clock;

    TrackedSteps(ComplaintClocks clocks, ClockHolders holders, Shredding shredding, Texts texts, Clock clock) {
        this.clocks = clocks;
        this.holders = holders;
        this.shredding = shredding;
        this.texts = texts;
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
        clocks.of(complaint.id()).stream()
                .filter(running -> kept(running, complaint))
                .map(running -> step(running, holders.of(complaint, running)))
                .forEach(steps::add);
        if (complaint.route() == null && complaint.open()) {
            steps.add(ahead("complaint.step.handling", "complaint.article.31-6"));
        }
        shredding.of(complaint.id()).map(this::handover).ifPresent(steps::add);
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

    /** Art. 30: he reads when it was handed over, and that nothing of it is left here. */
    private LegalStep handover(Shredding.Handover one) {
        return new LegalStep(
                "complaint.step.handedOver",
                State.DONE,
                one.onDay(),
                null,
                null,
                "complaint.article.30",
                null,
                one.shredded() == null ? null : texts.text("complaint.step.destroyed"));
    }

    /** What still ran when he took it back was stopped by that, and is not told as done. */
    private static boolean kept(ComplaintClocks.Running running, Complaint complaint) {
        Instant done = running.done();
        Instant closed = complaint.closed();
        return !"withdrawn".equals(complaint.state()) || done == null || closed == null || done.isBefore(closed);
    }

    private static LegalStep ahead(String key, String article) {
        return new LegalStep(key, State.AHEAD, null, null, null, article, null);
    }

    private LegalStep step(ComplaintClocks.Running running, String holder) {
        Instant done = running.done();
        return new LegalStep(
                "complaint.step." + running.rule().code(),
                done == null ? State.RUNNING : State.DONE,
                done == null ? null : day(done),
                running.stopped() ? null : Deadlines.lastDay(running.due()),
                holder,
                running.rule().article(),
                running.extended());
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }
}
