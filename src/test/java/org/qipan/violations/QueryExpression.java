package org.qipan.violations;

import org.camunda.bpm.engine.task.TaskQuery;

/** Lets the engine evaluate text. */
public class QueryExpression {

    public TaskQuery due(TaskQuery query, String text) {
        return query.dueAfterExpression(text);
    }
}
