package org.qipan.complaint;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.qipan.course.ComplaintClocks;
import org.qipan.deadline.Deadlines;
import org.qipan.progress.LegalStep;
import org.qipan.progress.LegalStep.State;
import org.springframework.stereotype.Component;

/** The legal steps of a matter as the petitioner reads them: what was done, what runs and until when, what comes. */
@Component
class TrackedSteps {

    private final ComplaintClocks clocks;
    private final ClockHolders holders;
    private final Clock clock;

    TrackedSteps(ComplaintClocks clocks, ClockHolders holders, Clock clock) {
        this.clocks = clocks;
        this.holders = holders;
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
