package org.qipan.reception;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Directory;
import org.qipan.progress.LegalStep;
import org.qipan.progress.LegalStep.State;
import org.qipan.progress.TrackedExtra;
import org.springframework.stereotype.Component;

/** The petitioner reads on which day a leader receives him; hours and place stand on the public page of the days. */
@Component
class ReceptionTracked implements TrackedExtra {

    private final ReceptionTable table;
    private final Directory directory;

    ReceptionTracked(ReceptionTable table, Directory directory) {
        this.table = table;
        this.directory = directory;
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public List<LegalStep> steps(UUID complaint) {
        return table.ofMatter(complaint).stream().map(this::step).toList();
    }

    private LegalStep step(Visit visit) {
        boolean over = visit.came() != null;
        String leader = table.find(visit.day())
                .map(day -> directory.title(day.leader()))
                .orElse(null);
        return new LegalStep(
                Boolean.FALSE.equals(visit.came()) ? "reception.step.absent" : "reception.step",
                over ? State.DONE : State.RUNNING,
                over ? visit.on() : null,
                over ? null : visit.on(),
                leader,
                "reception.article.18",
                null);
    }

    @Override
    public @Nullable LegalStep nextRight(UUID complaint) {
        return null;
    }
}
