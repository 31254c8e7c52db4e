package org.qipan.problem;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qipan.deadline.Deadlines;
import org.qipan.deadline.Term;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.qipan.file.Files;
import org.springframework.stereotype.Component;

/** Puts together what is printed of a problem. */
@Component
class ProblemViews {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZONE);

    private final Directory directory;
    private final Deadlines deadlines;
    private final ProblemClock rules;
    private final Origins origins;
    private final Files files;

    ProblemViews(Directory directory, Deadlines deadlines, ProblemClock rules, Origins origins, Files files) {
        this.directory = directory;
        this.deadlines = deadlines;
        this.rules = rules;
        this.origins = origins;
        this.files = files;
    }

    /** A line of a list: no text, nothing looked up one by one. */
    ProblemView line(Problem problem) {
        return view(problem, null, null, List.of());
    }

    ProblemView page(Problem problem, Staff reader) {
        return view(
                problem,
                problem.started() == null || problem.due() == null ? null : term(problem),
                origins.shown(problem.origin(), reader).orElse(null),
                files.of(problem.id()));
    }

    private ProblemView view(
            Problem problem,
            @Nullable Term term,
            OriginPage.@Nullable Shown origin,
            List<org.qipan.file.StoredFile> attached) {
        Instant started = problem.started();
        Instant due = problem.due();
        String place = problem.place();
        return new ProblemView(
                problem.id(),
                problem.title(),
                problem.kind(),
                problem.urgent(),
                problem.text(),
                place == null ? null : directory.name(place),
                origin,
                directory.title(problem.raiser()),
                DATE.format(problem.raised()),
                problem.state(),
                directory.name(problem.at()),
                started == null || due == null ? null : deadlines.lamp(started, due),
                term == null ? null : deadlines.ruler(term),
                problem.answer(),
                problem.solved(),
                attached);
    }

    /** The stored clock with its rule: the day that was promised, also if the calendar changed since. */
    private Term term(Problem problem) {
        Instant started = java.util.Objects.requireNonNull(problem.started());
        Instant due = java.util.Objects.requireNonNull(problem.due());
        return Term.kept(rules.rule(problem), started, due);
    }
}
