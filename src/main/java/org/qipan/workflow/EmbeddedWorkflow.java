package org.qipan.workflow;

import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The verbs, done by the embedded engine. */
@Service
@Transactional
class EmbeddedWorkflow implements Workflow {

    private static final int PAGE = 100;

    private final EntityManagerFactory entities;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final DeployedForms forms;
    private final ManagementService jobs;
    private final Courses courses;

    EmbeddedWorkflow(
            EntityManagerFactory entities,
            RuntimeService runtime,
            TaskService tasks,
            DeployedForms forms,
            ManagementService jobs,
            Courses courses) {
        this.entities = entities;
        this.runtime = runtime;
        this.tasks = tasks;
        this.forms = forms;
        this.jobs = jobs;
        this.courses = courses;
    }

    @Override
    public void start(String process, String ref, Map<String, ?> variables) {
        flush();
        EngineFailures.translate(() -> runtime.startProcessInstanceByKey(process, ref, new HashMap<>(variables)));
    }

    @Override
    public void startAt(String process, String ref, String activity, Map<String, ?> variables) {
        flush();
        EngineFailures.translate(() -> runtime.createProcessInstanceByKey(process)
                .businessKey(ref)
                .setVariables(new HashMap<>(variables))
                .startBeforeActivity(activity)
                .execute());
    }

    @Override
    public boolean correlate(String message, String process, String ref) {
        flush();
        // Asked first, because an exception of the engine would doom the caller's transaction.
        Optional<Execution> waiting = waiting(message, process, ref);
        waiting.ifPresent(one -> EngineFailures.translate(() -> runtime.messageEventReceived(message, one.getId())));
        return waiting.isPresent();
    }

    @Override
    public boolean awaits(String message, String process, String ref) {
        return waiting(message, process, ref).isPresent();
    }

    private Optional<Execution> waiting(String message, String process, String ref) {
        return instances(process, ref).stream()
                .flatMap(instance -> runtime
                        .createExecutionQuery()
                        .processInstanceId(instance.getId())
                        .messageEventSubscriptionName(message)
                        .active()
                        .listPage(0, 1)
                        .stream())
                .findFirst();
    }

    @Override
    public void claim(String task, UUID staff) {
        onTask(task, () -> tasks.claim(task, staff.toString()));
    }

    @Override
    public void release(String task) {
        onTask(task, () -> tasks.setAssignee(task, null));
    }

    @Override
    public void complete(String task, Map<String, ?> variables) {
        onTask(task, () -> tasks.complete(task, new HashMap<>(variables)));
    }

    @Override
    public void cancel(String process, String ref, String reason) {
        flush();
        for (ProcessInstance instance : instances(process, ref)) {
            EngineFailures.translate(() -> runtime.deleteProcessInstance(instance.getId(), reason));
        }
    }

    @Override
    public void moveTimers(String process, String ref, String activity, Map<String, ?> where, Instant due) {
        flush();
        for (ProcessInstance instance : instances(process, ref)) {
            for (Job timer : jobs.createJobQuery()
                    .processInstanceId(instance.getId())
                    .activityId(activity)
                    .timers()
                    .listPage(0, PAGE)) {
                Map<String, Object> seen = runtime.getVariables(timer.getExecutionId(), where.keySet());
                if (where.entrySet().stream().allMatch(e -> Objects.equals(seen.get(e.getKey()), e.getValue()))) {
                    EngineFailures.translate(() -> jobs.setJobDuedate(timer.getId(), Date.from(due), false));
                }
            }
        }
    }

    @Override
    public void addInstance(String process, String ref, String activity, Map<String, ?> variables) {
        flush();
        for (ProcessInstance instance : instances(process, ref)) {
            var bodies =
                    runtime.getActivityInstance(instance.getId()).getActivityInstances(activity + "#multiInstanceBody");
            if (bodies.length == 1) {
                EngineFailures.translate(() -> runtime.createProcessInstanceModification(instance.getId())
                        .startBeforeActivity(activity, bodies[0].getId())
                        .setVariablesLocal(new HashMap<>(variables))
                        .execute());
                return;
            }
        }
        throw new IllegalStateException("nothing runs to add to: " + process + " " + ref + " " + activity);
    }

    @Override
    public @Nullable String task(String process, String ref, String key) {
        var open = tasks.createTaskQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(ref)
                .taskDefinitionKey(key)
                .listPage(0, 1);
        return open.isEmpty() ? null : open.get(0).getId();
    }

    @Override
    public @Nullable String form(String task) {
        return forms.of(task);
    }

    @Override
    public @Nullable Course course(String process, String ref) {
        return courses.of(process, ref);
    }

    /** What JPA still holds back goes first: the steps of a model read it by SQL. */
    private void flush() {
        var open = EntityManagerFactoryUtils.getTransactionalEntityManager(entities);
        if (open != null) {
            open.flush();
        }
    }

    private List<ProcessInstance> instances(String process, String ref) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(ref)
                .listPage(0, PAGE);
    }

    private void onTask(String task, Runnable verb) {
        flush();
        EngineFailures.onTask(task, verb);
    }
}
