package org.qipan.workflow;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists the jobs without tries left and gives them new ones. */
@Service
@Transactional
class EngineFailedJobs implements FailedJobs {

    /** As many as a new job has ({@code camunda.bpm.default-number-of-retries}). */
    private static final int TRIES = 3;

    private final ManagementService jobs;
    private final RuntimeService runtime;
    private final RepositoryService models;
    private final Clock clock;

    EngineFailedJobs(ManagementService jobs, RuntimeService runtime, RepositoryService models, Clock clock) {
        this.jobs = jobs;
        this.runtime = runtime;
        this.models = models;
        this.clock = clock;
    }

    @Override
    public long count() {
        return jobs.createJobQuery().noRetriesLeft().count();
    }

    @Override
    public List<FailedJob> list(int limit) {
        return jobs.createJobQuery().noRetriesLeft().orderByJobId().asc().listPage(0, limit).stream()
                .map(this::read)
                .toList();
    }

    @Override
    public boolean retry(String job) {
        if (jobs.createJobQuery().jobId(job).noRetriesLeft().listPage(0, 1).isEmpty()) {
            return false;
        }
        EngineFailures.translate(() -> jobs.setJobRetries(TRIES)
                .jobId(job)
                .dueDate(Date.from(clock.instant()))
                .execute());
        return true;
    }

    private FailedJob read(Job job) {
        FailureReason why =
                FailureReason.of(Objects.requireNonNullElse(jobs.getJobExceptionStacktrace(job.getId()), ""));
        return new FailedJob(
                job.getId(),
                ref(job.getProcessInstanceId()),
                job.getProcessDefinitionKey(),
                model(job),
                step(job),
                why.reason(),
                why.failure(),
                failedAt(job.getId()));
    }

    private @Nullable String ref(@Nullable String instance) {
        return instance == null
                ? null
                : runtime.createProcessInstanceQuery().processInstanceId(instance).listPage(0, 1).stream()
                        .findFirst()
                        .map(ProcessInstance::getBusinessKey)
                        .orElse(null);
    }

    private String model(Job job) {
        @Nullable String id = job.getProcessDefinitionId();
        return id == null
                ? ""
                : Optional.ofNullable(models.getProcessDefinition(id).getName()).orElse(job.getProcessDefinitionKey());
    }

    private String step(Job job) {
        @Nullable String step = job.getFailedActivityId();
        if (step == null || job.getProcessDefinitionId() == null) {
            return "";
        }
        var drawn = models.getBpmnModelInstance(job.getProcessDefinitionId()).getModelElementById(step);
        return drawn instanceof FlowElement element && element.getName() != null ? element.getName() : step;
    }

    private @Nullable Instant failedAt(String job) {
        return runtime.createIncidentQuery().configuration(job).listPage(0, 1).stream()
                .findFirst()
                .map(incident -> incident.getIncidentTimestamp().toInstant())
                .orElse(null);
    }
}
