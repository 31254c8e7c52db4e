package org.qipan.pause;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.complaint.Standstill;
import org.qipan.directory.Directory;
import org.qipan.page.Texts;
import org.qipan.progress.LegalStep;
import org.qipan.progress.LegalStep.State;
import org.qipan.progress.TrackedExtra;
import org.qipan.vault.Safe;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Hearings and suspensions as the petitioner reads them, each with its reason. */
@Component
@Order(0)
class PauseTracked implements TrackedExtra {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final SuspensionTable suspensions;
    private final HearingTable hearings;
    private final Standstill standstill;
    private final Directory directory;
    private final Texts texts;
    private final Safe safe;

    PauseTracked(
            SuspensionTable suspensions,
            HearingTable hearings,
            Standstill standstill,
            Directory directory,
            Texts texts,
            Safe safe) {
        this.suspensions = suspensions;
        this.hearings = hearings;
        this.standstill = standstill;
        this.directory = directory;
        this.texts = texts;
        this.safe = safe;
    }

    @Override
    public List<LegalStep> steps(UUID complaint) {
        List<LegalStep> steps = new ArrayList<>();
        hearings.of(complaint).forEach(one -> steps.add(hearing(one)));
        suspensions.of(complaint).stream().filter(one -> one.started() != null).forEach(one -> suspended(one, steps));
        return steps;
    }

    @Override
    public @Nullable LegalStep nextRight(UUID complaint) {
        return null;
    }

    /** Day, place and subject before it; its days after it. What was said there he knows, or reads in the opinion. */
    private LegalStep hearing(Hearing one) {
        LocalDate first = one.first();
        LocalDate last = one.last();
        String note = first == null || last == null
                ? one.announced() ? texts.text("pause.step.when", one.day(), one.place(), one.subject()) : null
                : texts.text("pause.step.days", LegalStep.days(first, last));
        return new LegalStep(
                "pause.step.hearing-" + one.state(),
                one.announced() ? State.RUNNING : State.DONE,
                one.last(),
                null,
                null,
                "pause.article.hearing",
                one.state().equals("off") ? one.record() : null,
                note);
    }

    private void suspended(Suspension one, List<LegalStep> steps) {
        String reason = texts.text("pause.ground." + one.ground()) + " · "
                + safe.open(one.complaint(), one.reason()).orElse("");
        steps.add(step("suspended", State.DONE, day(one.started()), directory.title(one.to()), reason));
        Instant ended = one.ended();
        if (ended != null) {
            steps.add(step("resumed", State.DONE, day(ended), directory.title(one.as()), null));
        } else if (standstill.find(one.complaint()).standing()) {
            steps.add(step("standing", State.RUNNING, null, directory.title(one.as()), null));
        }
    }

    private static LegalStep step(
            String key, State state, @Nullable LocalDate on, String holder, @Nullable String reason) {
        return new LegalStep("pause.step." + key, state, on, null, holder, "pause.article.suspension", reason);
    }

    private static @Nullable LocalDate day(@Nullable Instant moment) {
        return moment == null ? null : LocalDate.ofInstant(moment, ZONE);
    }
}
