package org.qipan.worklist;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.qipan.workflow.Course;
import org.qipan.workflow.OpenTasks;
import org.qipan.workflow.TaskChanged;
import org.qipan.workflow.TaskChanged.Kind;
import org.qipan.workflow.TaskGone;
import org.qipan.workflow.Workflow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes what the engine would, in the caller's transaction. */
public class FakeEngine implements Workflow, OpenTasks {

    public static final String FORM = """
            {"id": "opinion", "type": "default", "schemaVersion": 16,
             "components": [{"id": "f1", "type": "textarea", "key": "opinion", "label": "意见", "validate": {"required": true}}]}
            """;

    public final Map<String, TaskChanged> open = new ConcurrentHashMap<>();
    public final Set<String> gone = ConcurrentHashMap.newKeySet();
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    FakeEngine(ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.events = events;
        this.transaction = transaction;
    }

    String create(String group) {
        String task = UUID.randomUUID().toString();
        TaskChanged created = news(Kind.CREATED, task, group, null);
        open.put(task, created);
        transaction.executeWithoutResult(status -> events.publishEvent(created));
        return task;
    }

    void publish(TaskChanged changed) {
        events.publishEvent(changed);
    }

    public static TaskChanged news(Kind kind, String task, String group, String assignee) {
        return new TaskChanged(kind, task, "Task_WorkChecklist", "campaign-unit", "ref-" + task, group, assignee);
    }

    @Override
    public void claim(String task, UUID staff) {
        if (gone.contains(task)) {
            throw new TaskGone(task);
        }
        TaskChanged now = news(Kind.UPDATED, task, open.get(task).group(), staff.toString());
        open.put(task, now);
        events.publishEvent(now);
    }

    @Override
    public void release(String task) {
        TaskChanged now = news(Kind.UPDATED, task, open.get(task).group(), null);
        open.put(task, now);
        events.publishEvent(now);
    }

    @Override
    public void complete(String task, Map<String, ?> variables) {
        if (gone.contains(task)) {
            throw new TaskGone(task);
        }
        events.publishEvent(news(Kind.COMPLETED, task, open.get(task).group(), null));
    }

    @Override
    public String form(String task) {
        return FORM;
    }

    @Override
    public Course course(String process, String ref) {
        return new Course(
                "<definitions><process><userTask id=\"a\" name=\"办理清单\"/><userTask id=\"b\" name=\"核对报送\"/></process></definitions>",
                Map.of("b", 1),
                Set.of("a"));
    }

    @Override
    public void each(Consumer<TaskChanged> consumer) {
        open.values().forEach(consumer);
    }

    @Override
    public void start(String process, String ref, Map<String, ?> variables) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean correlate(String message, String process, String ref) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String task(String process, String ref, String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void cancel(String process, String ref, String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void moveTimers(String process, String ref, String activity, Map<String, ?> where, Instant due) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void addInstance(String process, String ref, String activity, Map<String, ?> variables) {
        throw new UnsupportedOperationException();
    }
}
