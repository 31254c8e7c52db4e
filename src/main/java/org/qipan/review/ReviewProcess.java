package org.qipan.review;

import java.util.Map;
import java.util.UUID;
import org.qipan.workflow.Workflow;
import org.springframework.stereotype.Component;

/** The only Java that knows the names in {@code complaint-review.bpmn}. */
@Component
class ReviewProcess {

    static final String REVIEW = "complaint-review";
    static final String RECEIVE = "Task_Receive";
    static final String EXAMINE = "Task_Examine";
    static final String SIGN = "Task_Sign";
    static final String SERVE = "Task_Serve";

    private final Workflow workflow;

    ReviewProcess(Workflow workflow) {
        this.workflow = workflow;
    }

    void begin(UUID review, ReviewingUnit.Bench bench) {
        workflow.start(
                REVIEW,
                review.toString(),
                Map.of(
                        "review", review.toString(),
                        "unit", bench.unit(),
                        "handler", bench.handler().role(),
                        "head", bench.head().role()));
    }

    /** Takes back what waits: the petitioner withdrew his request. */
    void end(UUID review) {
        workflow.correlate("ReviewEnded", REVIEW, review.toString());
    }

    static Map<String, Object> outcome(String outcome) {
        return Map.of("outcome", outcome);
    }
}
