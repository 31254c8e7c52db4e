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

    private TaskChanged changed(Kind kind, String task, String assignee) {
        TaskChanged was = open.get(task);
        return new TaskChanged(kind, task, was.key(), was.process(), was.ref(), was.group(), assignee);
    }

    @Override
    public void claim(String task, UUID staff) {
        if (gone.contains(task)) {
            throw new TaskGone(task);
        }
        TaskChanged now = changed(Kind.UPDATED, task, staff.toString());
        open.put(task, now);
        events.publishEvent(now);
    }

    @Override
    public void release(String task) {
        TaskChanged now = changed(Kind.UPDATED, task, null);
        open.put(task, now);
        events.publishEvent(now);
    }

    @Override
    public void complete(String task, Map<String, ?> variables) {
        if (gone.contains(task)) {
            throw new TaskGone(task);
        }
        events.publishEvent(changed(Kind.COMPLETED, task, null));
    }

    @Override
    public String form(String task) {
        return switch (open.get(task).process()) {
            case "extension" -> released("decide-extension");
            case "joint" -> released("answer-joint");
            default -> FORM;
        };
    }

    private static String released(String form) {
        try {
            return java.nio.file.Files.readString(java.nio.file.Path.of("forms", form + ".form"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
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
    public void startAt(String process, String ref, String activity, Map<String, ?> variables) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void start(String process, String ref, Map<String, ?> variables) {
        String task = UUID.randomUUID().toString();
        String key = process.equals("joint") ? "Task_Answer" : "Task_Decide";
        TaskChanged created = new TaskChanged(
                Kind.CREATED, task, key, process, ref, variables.get("role") + "@" + variables.get("unit"), null);
        open.put(task, created);
        events.publishEvent(created);
    }

    @Override
    public boolean correlate(String message, String process, String ref) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean awaits(String message, String process, String ref) {
        return false;
    }

    @Override
    public String task(String process, String ref, String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void cancel(String process, String ref, String reason) {
        open.values().stream()
                .filter(task -> task.process().equals(process) && task.ref().equals(ref))
                .toList()
                .forEach(task -> events.publishEvent(changed(Kind.DELETED, task.task(), null)));
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
