package org.qipan.problem;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseFiles;
import org.qipan.directory.Duty;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.workflow.TaskGone;
import org.qipan.worklist.HeldPosts;
import org.qipan.worklist.Refused;
import org.qipan.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** What is decided in the three tasks of a problem. The row is locked first. */
@Component
class ProblemDecisions {

    private final ProblemTable table;
    private final HeldPosts posts;
    private final Problems problems;
    private final CaseFiles cases;

    ProblemDecisions(ProblemTable table, HeldPosts posts, Problems problems, CaseFiles cases) {
        this.table = table;
        this.posts = posts;
        this.problems = problems;
        this.cases = cases;
    }

    /** What of {@code decision} can be chosen now, in the order of the form: value → message key. */
    Map<String, String> choices(String key, Problem problem) {
        boolean further = above(problem).isPresent();
        Map<String, String> choices = new java.util.LinkedHashMap<>();
        if (key.equals(ProblemProcess.HANDLE)) {
            choices.put("answer", "problem.decision.answer");
            choices.put("ask", "problem.decision.ask");
            if (further) {
                choices.put("up", "problem.decision.up");
            }
        } else if (key.equals(ProblemProcess.CONFIRM)) {
            choices.put("solved", "problem.decision.solved");
            choices.put("unsolved", further ? "problem.decision.unsolved" : "problem.decision.unsolvedTop");
        }
        return choices;
    }

    /** @return variables for the process */
    Map<String, Object> completing(WorkItem item, Map<String, Object> values, Staff by, Post as) {
        Problem problem = table.lock(UUID.fromString(item.ref()));
        String expected = switch (item.key()) {
            case ProblemProcess.HANDLE -> "open";
            case ProblemProcess.SUPPLEMENT -> "asked";
            default -> "answered";
        };
        if (!problem.state().equals(expected)) {
            throw new TaskGone(item.task());
        }
        return switch (item.key()) {
            case ProblemProcess.HANDLE -> handled(problem, values, by, as);
            case ProblemProcess.SUPPLEMENT -> supplemented(problem, values, by, as);
            default -> confirmed(problem, values, by, as);
        };
    }

    private Map<String, Object> handled(Problem problem, Map<String, Object> values, Staff by, Post as) {
        String text = needed("answer", values);
        if ("up".equals(values.get("decision"))) {
            Post next = above(problem).orElseThrow(() -> Refused.at("decision", "problem.refused.top"));
            return passed(problem, next, "problem.passedUp", text, by, as);
        }
        if ("ask".equals(values.get("decision"))) {
            table.rest(problem.id(), "asked");
            cases.record(problem.id(), "problem.asked", by.id(), as, text, Map.of());
            return ProblemProcess.asked();
        }
        table.answered(problem.id(), text);
        cases.record(problem.id(), "problem.answered", by.id(), as, text, Map.of());
        return ProblemProcess.answered();
    }

    private Map<String, Object> supplemented(Problem problem, Map<String, Object> values, Staff by, Post as) {
        String text = needed("supplement", values);
        cases.record(problem.id(), "problem.supplemented", by.id(), as, text, Map.of());
        problems.send(problem.id(), problem.at(), problem.urgent());
        return Map.of();
    }

    private Map<String, Object> confirmed(Problem problem, Map<String, Object> values, Staff by, Post as) {
        if ("solved".equals(values.get("decision"))) {
            String remark = text("remark", values);
            table.confirmed(problem.id(), true);
            cases.record(problem.id(), "problem.solved", by.id(), as, remark, Map.of());
            return ProblemProcess.over();
        }
        String remark = needed("remark", values);
        Optional<Post> next = above(problem);
        if (next.isPresent()) {
            return passed(problem, next.get(), "problem.unsolved", remark, by, as);
        }
        table.confirmed(problem.id(), false);
        cases.record(problem.id(), "problem.unsolvedAtTop", by.id(), as, remark, Map.of());
        return ProblemProcess.over();
    }

    /** Who works at the next level, among those who may know of it. */
    private Optional<Post> above(Problem problem) {
        return posts.above(problem.at(), Duty.WORKER, problem.id());
    }

    private Map<String, Object> passed(Problem problem, Post next, String act, String text, Staff by, Post as) {
        cases.record(problem.id(), act, by.id(), as, text, problems.to(next));
        problems.send(problem.id(), next.unit(), problem.urgent());
        return ProblemProcess.up(next);
    }

    private String needed(String field, Map<String, Object> values) {
        String text = text(field, values);
        if (text == null) {
            throw Refused.at(field, "problem.refused.empty");
        }
        return text;
    }

    private @Nullable String text(String field, Map<String, Object> values) {
        if (!(values.get(field) instanceof String text) || text.isBlank()) {
            return null;
        }
        problems.hint(field, text).ifPresent(found -> {
            throw new Refused(List.of(found));
        });
        return text.strip();
    }
}
