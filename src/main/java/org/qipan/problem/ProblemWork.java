package org.qipan.problem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Said;
import org.qipan.deadline.TermRule;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.CasePage;
import org.qipan.worklist.WorkFacts;
import org.qipan.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** How the tasks of a problem are listed, shown and done in the worklist. */
@Component
class ProblemWork implements CasePage {

    private final ProblemTable table;
    private final ProblemDecisions decisions;
    private final ProblemViews views;
    private final ProblemTexts texts;
    private final ProblemAccess access;
    private final ProblemClock clock;

    ProblemWork(
            ProblemTable table,
            ProblemDecisions decisions,
            ProblemViews views,
            ProblemTexts texts,
            ProblemAccess access,
            ProblemClock clock) {
        this.access = access;
        this.clock = clock;
        this.table = table;
        this.decisions = decisions;
        this.views = views;
        this.texts = texts;
    }

    @Override
    public String kind() {
        return "problem";
    }

    @Override
    public List<String> processes() {
        return List.of(ProblemProcess.PROBLEM);
    }

    @Override
    public WorkFacts facts(String process, String key, String ref) {
        Problem problem = problem(ref);
        return new WorkFacts(
                problem.id(),
                Said.of(problem.urgent() ? "problem.subject.urgent." + key : "problem.subject." + key),
                null,
                problem.due(),
                problem.started(),
                false,
                false,
                false,
                key.equals(ProblemProcess.SUPPLEMENT),
                problem.urgent() && !key.equals(ProblemProcess.CONFIRM));
    }

    @Override
    public String url(UUID caseId) {
        return "/problems/" + caseId;
    }

    @Override
    public List<Fact> summary(WorkItem item) {
        ProblemView problem = views.line(problem(item.ref()));
        return List.of(
                new Fact("problem.raiser", problem.raiser(), null), new Fact("problem.raised", problem.raised(), null));
    }

    @Override
    public Prefill prefill(WorkItem item) {
        List<Map<String, String>> choices = new ArrayList<>();
        decisions
                .choices(item.key(), problem(item.ref()))
                .forEach((value, label) -> choices.add(Map.of("value", value, "label", "{" + label + "}")));
        return new Prefill(Map.of("decisions", choices), Map.of());
    }

    @Override
    public boolean visible(UUID caseId, Staff reader) {
        return access.mayRead(caseId, caseId, reader);
    }

    @Override
    public @Nullable TermRule rule(WorkItem item) {
        return clock.rule(problem(item.ref()));
    }

    @Override
    public void extended(WorkItem item, Instant due, String reason) {
        table.extended(UUID.fromString(item.ref()), due);
    }

    @Override
    public @Nullable Panel panel(WorkItem item, Staff by) {
        return new Panel("problem/_problem :: panel", Map.of("problem", views.page(problem(item.ref()), by)));
    }

    @Override
    public Map<String, Object> completing(WorkItem item, Map<String, Object> values, Staff by, Post as) {
        return decisions.completing(item, values, by, as);
    }

    private Problem problem(String ref) {
        return table.find(UUID.fromString(ref)).orElseThrow();
    }
}
