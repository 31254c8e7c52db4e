package org.qipan.aid;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.demand.Demand;
import org.qipan.demand.DemandView;
import org.qipan.demand.DemandViews;
import org.qipan.demand.Demands;
import org.qipan.directory.Directory;
import org.qipan.progress.LegalStep;
import org.qipan.progress.LegalStep.State;
import org.qipan.progress.Tracked;
import org.qipan.progress.TrackedExtra;
import org.springframework.stereotype.Component;

/** The petitioner reads which department was asked to help him, and what it answered once the desk has read it. */
@Component
class AidTracked implements TrackedExtra {

    private final AidTable table;
    private final Demands demands;
    private final DemandViews views;
    private final Directory directory;
    private final Clock clock;

    AidTracked(AidTable table, Demands demands, DemandViews views, Directory directory, Clock clock) {
        this.table = table;
        this.demands = demands;
        this.views = views;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public List<LegalStep> steps(UUID complaint) {
        return table.of(complaint).stream()
                .map(aid -> demands.get(aid.demand()))
                .filter(demand -> !demand.state().equals("withdrawn"))
                .map(this::step)
                .toList();
    }

    @Override
    public @Nullable LegalStep nextRight(UUID complaint) {
        return null;
    }

    @Override
    public List<Tracked.Letter> letters(UUID complaint) {
        return table.of(complaint).stream()
                .filter(aid -> demands.get(aid.demand()).state().equals("accepted"))
                .map(this::letter)
                .toList();
    }

    private LegalStep step(Demand demand) {
        Instant ended = demand.ended();
        return new LegalStep(
                ended == null ? "aid.step.asked" : "aid.step.answered",
                ended == null ? State.RUNNING : State.DONE,
                ended == null ? null : day(ended),
                demand.lastDay(),
                directory.title(demand.to()),
                "aid.article.37",
                null);
    }

    private Tracked.Letter letter(Aid aid) {
        DemandView view = views.of(demands.get(aid.demand()));
        return new Tracked.Letter(
                "aid.letter",
                Objects.requireNonNullElse(aid.number(), ""),
                day(Objects.requireNonNull(view.demand().ended())),
                null,
                Objects.requireNonNullElse(view.answer(), ""),
                null);
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }
}
