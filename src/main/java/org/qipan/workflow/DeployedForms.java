package org.qipan.workflow;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Forms as they were deployed with the models. Read once and kept: a deployment never changes. Asked by the task as it was found and not by
 * its id again, for the engine fails on one that ended in between.
 */
@Component
class DeployedForms {

    private final TaskService tasks;
    private final RepositoryService models;
    private final Map<Source, Optional<String>> texts = new ConcurrentHashMap<>();

    DeployedForms(TaskService tasks, RepositoryService models) {
        this.tasks = tasks;
        this.models = models;
    }

    private record Source(String model, String form) {}

    @Nullable
    String of(String task) {
        Task found = tasks.createTaskQuery().taskId(task).initializeFormKeys().singleResult();
        if (found == null || found.getCamundaFormRef() == null) {
            return null;
        }
        var source = new Source(
                found.getProcessDefinitionId(), found.getCamundaFormRef().getKey());
        return texts.computeIfAbsent(source, this::read).orElse(null);
    }

    private Optional<String> read(Source source) {
        String deployment = models.getProcessDefinition(source.model()).getDeploymentId();
        return models.getDeploymentResourceNames(deployment).stream()
                .filter(name -> name.substring(name.lastIndexOf('/') + 1).equals(source.form() + ".form"))
                .findFirst()
                .map(name -> Courses.text(models.getResourceAsStream(deployment, name)));
    }
}
