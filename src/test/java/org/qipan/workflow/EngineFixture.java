package org.qipan.workflow;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;

/** What a process test does to the engine that the product never does. */
public class EngineFixture {

    final ProcessEngine engine;

    EngineFixture(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Deploys a model of a test under a name of its own. */
    public void deploy(String name, String xml) {
        engine.getRepositoryService()
                .createDeployment()
                .name(name)
                .addString(name + ".bpmn", xml)
                .deploy();
    }

    /** Runs what is due until nothing is left, as the job executor would. */
    public void runJobs() {
        List<Job> due;
        do {
            due = engine.getManagementService().createJobQuery().executable().listPage(0, 200);
            due.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        } while (!due.isEmpty());
    }

    /** As {@link #runJobs}, but only what was due at a moment that is told of. */
    public void runJobs(Instant until) {
        List<Job> due;
        do {
            due = engine.getManagementService().createJobQuery().executable().listPage(0, 200).stream()
                    .filter(job -> job.getDuedate() == null
                            || !job.getDuedate().toInstant().isAfter(until))
                    .toList();
            due.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        } while (!due.isEmpty());
    }

    /** Moves the engine's clock, which is static: never beside a running product, and never without {@link #present}. */
    public void at(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    public void present() {
        ClockUtil.reset();
    }

    /** Ids of the open user tasks of an instance. */
    public List<String> tasks(String process, String ref) {
        return engine
                .getTaskService()
                .createTaskQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(ref)
                .orderByTaskCreateTime()
                .asc()
                .listPage(0, 200)
                .stream()
                .map(task -> task.getTaskDefinitionKey())
                .toList();
    }

    /** Id of the one open task with this key. */
    public String task(String process, String ref, String key) {
        return engine.getTaskService()
                .createTaskQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(ref)
                .taskDefinitionKey(key)
                .singleResult()
                .getId();
    }

    /** Whether an instance runs. */
    public boolean runs(String process, String ref) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .processInstanceBusinessKey(ref)
                        .count()
                > 0;
    }

    /** Ids of the elements every instance of a model has left so far. */
    public Set<String> passed(String process) {
        return engine
                .getHistoryService()
                .createNativeHistoricActivityInstanceQuery()
                .sql("select * from ACT_HI_ACTINST where PROC_DEF_KEY_ = #{key} and END_TIME_ is not null")
                .parameter("key", process)
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .collect(Collectors.toSet());
    }

    /** Ids of all elements of the newest version of a model that a token can stand on. */
    public Set<String> nodes(String process) {
        var model = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
        return engine
                .getRepositoryService()
                .getBpmnModelInstance(model.getId())
                .getModelElementsByType(org.camunda.bpm.model.bpmn.instance.FlowNode.class)
                .stream()
                .map(node -> node.getId())
                .collect(Collectors.toSet());
    }
}
