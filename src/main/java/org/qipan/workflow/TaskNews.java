package org.qipan.workflow;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes {@link TaskChanged} for every user task of every model, as a built-in listener: those also run when custom listeners are
 * skipped. Not for the event "assignment", because claiming already fires "update".
 */
class TaskNews extends AbstractBpmnParseListener {

    private final ApplicationEventPublisher events;

    TaskNews(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(
                TaskListener.EVENTNAME_CREATE, changed -> publish(TaskChanged.Kind.CREATED, changed));
        task.addBuiltInTaskListener(
                TaskListener.EVENTNAME_UPDATE, changed -> publish(TaskChanged.Kind.UPDATED, changed));
        task.addBuiltInTaskListener(
                TaskListener.EVENTNAME_COMPLETE, changed -> publish(TaskChanged.Kind.COMPLETED, changed));
        task.addBuiltInTaskListener(
                TaskListener.EVENTNAME_DELETE, changed -> publish(TaskChanged.Kind.DELETED, changed));
    }

    private void publish(TaskChanged.Kind kind, DelegateTask task) {
        ExecutionEntity instance = ((TaskEntity) task).getExecution().getProcessInstance();
        events.publishEvent(new TaskChanged(
                kind,
                task.getId(),
                task.getTaskDefinitionKey(),
                ((TaskEntity) task).getProcessDefinition().getKey(),
                instance.getBusinessKey(),
                group(task),
                task.getAssignee()));
    }

    private static @Nullable String group(DelegateTask task) {
        return task.getCandidates().stream()
                .map(link -> link.getGroupId())
                .filter(group -> group != null)
                .findFirst()
                .orElse(null);
    }
}
