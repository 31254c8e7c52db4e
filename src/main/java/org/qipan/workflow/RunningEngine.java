package org.qipan.workflow;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.management.ProcessDefinitionStatistics;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts what the engine runs. */
@Component
class RunningEngine implements EngineState {

    private static final int MOST_VERSIONS = 200;

    private final ProcessEngine engine;
    private final ManagementService jobs;
    private final HistoryService history;

    RunningEngine(ProcessEngine engine, ManagementService jobs, HistoryService history) {
        this.engine = engine;
        this.jobs = jobs;
        this.history = history;
    }

    @Override
    public boolean executing() {
        var executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        return executor != null && executor.isActive();
    }

    @Override
    @Transactional(readOnly = true)
    public long late(Instant before) {
        Date moment = Date.from(before);
        return jobs.createJobQuery()
                        .messages()
                        .executable()
                        .createdBefore(moment)
                        .count()
                + jobs.createJobQuery()
                        .timers()
                        .executable()
                        .duedateLowerThan(moment)
                        .count();
    }

    @Override
    @Transactional(readOnly = true)
    public List<ModelVersion> models(Instant since) {
        Set<String> seen = new HashSet<>();
        return jobs.createProcessDefinitionStatisticsQuery().listPage(0, MOST_VERSIONS).stream()
                .sorted(Comparator.comparing(ProcessDefinitionStatistics::getKey)
                        .thenComparing(ProcessDefinitionStatistics::getVersion, Comparator.reverseOrder()))
                .map(version -> read(version, seen.add(version.getKey()), since))
                .filter(version -> version.newest() || version.running() > 0)
                .toList();
    }

    private ModelVersion read(ProcessDefinitionStatistics version, boolean newest, Instant since) {
        long started = history.createHistoricProcessInstanceQuery()
                .processDefinitionId(version.getId())
                .startedAfter(Date.from(since))
                .count();
        return new ModelVersion(
                version.getKey(),
                Objects.requireNonNullElse(version.getName(), version.getKey()),
                version.getVersion(),
                newest,
                version.getInstances(),
                started);
    }
}
