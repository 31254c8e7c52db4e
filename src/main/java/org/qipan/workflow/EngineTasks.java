package org.qipan.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Reads open tasks page by page; for the rare comparison with a projection, never for a list a person waits for. */
@Component
class EngineTasks implements OpenTasks {

    private static final int PAGE = 200;

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;

    EngineTasks(TaskService tasks, RuntimeService runtime, RepositoryService repository) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
    }

    @Override
    public void each(Consumer<TaskChanged> open) {
        Map<String, String> models = new HashMap<>();
        for (int from = 0; ; from += PAGE) {
            List<Task> page = tasks.createTaskQuery().orderByTaskId().asc().listPage(from, PAGE);
            Map<String, String> refs = refs(page);
            page.forEach(task -> open.accept(new TaskChanged(
                    TaskChanged.Kind.CREATED,
                    task.getId(),
                    task.getTaskDefinitionKey(),
                    models.computeIfAbsent(
                            task.getProcessDefinitionId(),
                            id -> repository.getProcessDefinition(id).getKey()),
                    refs.getOrDefault(task.getProcessInstanceId(), ""),
                    group(task),
                    task.getAssignee())));
            if (page.size() < PAGE) {
                return;
            }
        }
    }

    private Map<String, String> refs(List<Task> page) {
        Set<String> instances = page.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        if (instances.isEmpty()) {
            return Map.of();
        }
        return runtime.createProcessInstanceQuery().processInstanceIds(instances).listPage(0, PAGE).stream()
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }

    private @org.jspecify.annotations.Nullable String group(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(link -> link.getGroupId())
                .filter(group -> group != null)
                .findFirst()
                .orElse(null);
    }
}
