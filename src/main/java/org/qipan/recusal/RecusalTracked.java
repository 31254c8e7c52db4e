package org.qipan.recusal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Directory;
import org.qipan.progress.LegalStep;
import org.qipan.progress.LegalStep.State;
import org.qipan.progress.TrackedExtra;
import org.springframework.stereotype.Component;

/** What became of a request for recusal, as the petitioner reads it: the post that decides, and what it said. */
@Component
class RecusalTracked implements TrackedExtra {

    private final RequestTable table;
    private final Directory directory;

    RecusalTracked(RequestTable table, Directory directory) {
        this.table = table;
        this.directory = directory;
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public List<LegalStep> steps(UUID complaint) {
        return table.of(complaint).stream()
                .filter(one -> !one.own())
                .map(this::step)
                .toList();
    }

    @Override
    public @Nullable LegalStep nextRight(UUID complaint) {
        return null;
    }

    private LegalStep step(Request request) {
        OffsetDateTime decided = request.decided();
        return new LegalStep(
                "recusal.step." + request.state() + "-" + request.whom(),
                request.open() ? State.RUNNING : State.DONE,
                decided == null ? null : LocalDate.ofInstant(decided.toInstant(), java.time.ZoneId.of("Asia/Shanghai")),
                null,
                directory.title(request.decider()),
                "recusal.article",
                request.reason());
    }
}
