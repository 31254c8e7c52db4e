package org.qipan.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Reads where an instance is and which way it came. */
@Component
class Courses {

    private static final int PAGE = 200;
    /** Steps read back; a campaign of years stays far below, and a page must not read without end. */
    private static final int MOST_STEPS = 4_000;

    private final HistoryService history;
    private final RepositoryService models;
    private final RuntimeService runtime;
    private final MessageSource messages;

    Courses(HistoryService history, RepositoryService models, RuntimeService runtime, MessageSource messages) {
        this.history = history;
        this.models = models;
        this.runtime = runtime;
        this.messages = messages;
    }

    @Nullable
    Course of(String process, String ref) {
        List<HistoricProcessInstance> newest = history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(ref)
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, 1);
        if (newest.isEmpty()) {
            return null;
        }
        HistoricProcessInstance instance = newest.get(0);
        String model = instance.getProcessDefinitionId();
        Map<String, Integer> active = new HashMap<>();
        if (instance.getEndTime() == null) {
            count(runtime.getActivityInstance(instance.getId()), active);
        }
        return new Course(text(models.getProcessModel(model)), active, done(model, steps(instance.getId())))
                .named((element, name) -> name(process, element, name));
    }

    /** Models carry the names of the office. */
    private String name(String process, String element, String name) {
        return Objects.requireNonNull(
                messages.getMessage("course." + process + "." + element, null, name, LocaleContextHolder.getLocale()));
    }

    private static void count(@Nullable ActivityInstance node, Map<String, Integer> active) {
        if (node == null) {
            return;
        }
        if (node.getChildActivityInstances().length == 0 && node.getChildTransitionInstances().length == 0) {
            active.merge(node.getActivityId(), 1, Integer::sum);
        }
        for (ActivityInstance child : node.getChildActivityInstances()) {
            count(child, active);
        }
        for (var waiting : node.getChildTransitionInstances()) {
            active.merge(waiting.getActivityId(), 1, Integer::sum);
        }
    }

    private List<HistoricActivityInstance> steps(String instance) {
        List<HistoricActivityInstance> steps = new ArrayList<>();
        List<HistoricActivityInstance> page;
        do {
            page = history.createHistoricActivityInstanceQuery()
                    .processInstanceId(instance)
                    .orderPartiallyByOccurrence()
                    .asc()
                    .listPage(steps.size(), PAGE);
            steps.addAll(page);
        } while (page.size() == PAGE && steps.size() < MOST_STEPS);
        return steps;
    }

    /** The history keeps no flows: of the flows into a step, the one from the source that ended last before it was taken. */
    private Set<String> done(String model, List<HistoricActivityInstance> steps) {
        Set<String> done = new HashSet<>();
        // by the ends of the flows: a model need not list them at its nodes again
        Map<String, List<SequenceFlow>> into =
                models.getBpmnModelInstance(model).getModelElementsByType(SequenceFlow.class).stream()
                        .collect(Collectors.groupingBy(flow -> flow.getTarget().getId()));
        for (int i = 0; i < steps.size(); i++) {
            HistoricActivityInstance step = steps.get(i);
            if (step.getEndTime() != null) {
                done.add(step.getActivityId());
            }
            List<SequenceFlow> flows = into.get(step.getActivityId());
            String flow = flows == null ? null : taken(flows, steps.subList(0, i), step);
            if (flow != null) {
                done.add(flow);
            }
        }
        return done;
    }

    private static @Nullable String taken(
            List<SequenceFlow> flows, List<HistoricActivityInstance> before, HistoricActivityInstance step) {
        for (int i = before.size() - 1; i >= 0; i--) {
            HistoricActivityInstance source = before.get(i);
            boolean earlier =
                    source.getEndTime() != null && !source.getEndTime().after(step.getStartTime());
            if (!earlier || !source.getParentActivityInstanceId().equals(step.getParentActivityInstanceId())) {
                continue;
            }
            for (SequenceFlow flow : flows) {
                if (flow.getSource().getId().equals(source.getActivityId())) {
                    return flow.getId();
                }
            }
        }
        return null;
    }

    static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
