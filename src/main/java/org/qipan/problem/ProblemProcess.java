package org.qipan.problem;

import java.util.Map;
import java.util.UUID;
import org.qipan.directory.Post;
import org.qipan.workflow.Workflow;
import org.springframework.stereotype.Component;

/** The only Java that knows the names in {@code problem.bpmn}. */
@Component
class ProblemProcess {

    static final String PROBLEM = "problem";
    static final String HANDLE = "Task_Handle";
    static final String SUPPLEMENT = "Task_Supplement";
    static final String CONFIRM = "Task_Confirm";

    private final Workflow workflow;

    ProblemProcess(Workflow workflow) {
        this.workflow = workflow;
    }

    void begin(UUID problem, Post raiser, Post handler) {
        workflow.start(
                PROBLEM,
                problem.toString(),
                Map.of(
                        "problem", problem.toString(),
                        "raiser", raiser.role(),
                        "home", raiser.unit(),
                        "handler", handler.role(),
                        "at", handler.unit()));
    }

    boolean withdraw(UUID problem) {
        return workflow.correlate("ProblemWithdrawn", PROBLEM, problem.toString());
    }

    static Map<String, Object> answered() {
        return Map.of("outcome", "answered");
    }

    static Map<String, Object> asked() {
        return Map.of("outcome", "asked");
    }

    static Map<String, Object> up(Post handler) {
        return Map.of("outcome", "up", "handler", handler.role(), "at", handler.unit());
    }

    static Map<String, Object> over() {
        return Map.of("outcome", "over");
    }
}
