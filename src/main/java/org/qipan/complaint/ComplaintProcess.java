package org.qipan.complaint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.qipan.directory.Post;
import org.qipan.workflow.Workflow;
import org.springframework.stereotype.Component;

/** The only Java that knows the names in {@code complaint.bpmn}. */
@Component
class ComplaintProcess {

    static final String COMPLAINT = "complaint";
    static final String SORT = "Task_Sort";
    static final String RECEIVE = "Task_Receive";
    static final String HANDLE = "Task_Handle";
    static final String DECIDE = "Task_Decide";
    static final String SIGN = "Task_Sign";
    static final String SERVE = "Task_Serve";
    static final String CARRY = "Task_Carry";
    static final String CHECK = "Task_Check";

    private final Workflow workflow;

    ComplaintProcess(Workflow workflow) {
        this.workflow = workflow;
    }

    void begin(UUID complaint, String desk) {
        workflow.start(COMPLAINT, complaint.toString(), Map.of("complaint", complaint.toString(), "desk", desk));
    }

    /** @param way of {@link #handle(Post, Post)} */
    void handleAgain(UUID complaint, String desk, Map<String, Object> way) {
        Map<String, Object> variables = new LinkedHashMap<>(way);
        variables.put("complaint", complaint.toString());
        variables.put("desk", desk);
        workflow.startAt(COMPLAINT, complaint.toString(), HANDLE, variables);
    }

    /** Takes back what waits: the petitioner withdrew, or the matter was merged into another. */
    boolean end(UUID complaint) {
        return workflow.correlate("ComplaintEnded", COMPLAINT, complaint.toString());
    }

    static Map<String, Object> handle(Post handler, Post head) {
        Map<String, Object> variables = new LinkedHashMap<>(handler(handler));
        variables.put("way", "handle");
        variables.put("head", head.role());
        variables.put("office", head.unit());
        return variables;
    }

    private static Map<String, Object> handler(Post handler) {
        return Map.of("handler", handler.role(), "at", handler.unit());
    }

    static Map<String, Object> forward(String to) {
        return Map.of("way", "forward", "at", to);
    }

    /** The petitioner is shown another way: told so, or nothing more to do where he cannot be. */
    static Map<String, Object> direct(boolean told) {
        return Map.of("way", told ? "direct" : "over");
    }

    /** The matter is sorted again, at this desk. */
    static Map<String, Object> sortAt(String desk, String outcome) {
        return Map.of("desk", desk, "outcome", outcome);
    }

    static Map<String, Object> objected(Post judge) {
        return Map.of("outcome", "objected", "judge", judge.role(), "bench", judge.unit());
    }

    static Map<String, Object> outcome(String outcome) {
        return Map.of("outcome", outcome);
    }
}
