package org.qipan;

import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/** What is wrong with a model, found without an engine: the compiler that BPMN does not have. */
final class ModelCheck {

    private static final Pattern CALL = Pattern.compile("\\$\\{([a-z]\\w*Steps)\\.(\\w+)\\(([^)]*)\\)");
    private static final Pattern ID = Pattern.compile("(Start|End|Task|Step|Gateway|Timer|Event|Sub)_[A-Z][A-Za-z]+");
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final Path forms;
    private final Set<String> roles;
    private final List<String> problems = new ArrayList<>();

    private ModelCheck(Path forms, Set<String> roles) {
        this.forms = forms;
        this.roles = roles;
    }

    static List<String> problems(Path file, Path forms, Set<String> roles) {
        ModelCheck check = new ModelCheck(forms, roles);
        check.model(Bpmn.readModelFromFile(file.toFile()), file.getFileName().toString());
        check.calls(ProjectFiles.text(file));
        return check.problems;
    }

    private void model(BpmnModelInstance model, String name) {
        for (Process process : model.getModelElementsByType(Process.class)) {
            expect(name.equals(process.getId() + ".bpmn"), process.getId() + " is not the name of the file");
            expect(process.isExecutable(), process.getId() + " is not executable");
            expect(process.getCamundaHistoryTimeToLiveString() != null, process.getId() + " has no time to live");
        }
        Set<String> drawn = new java.util.HashSet<>();
        model.getModelElementsByType(BpmnShape.class)
                .forEach(shape -> drawn.add(shape.getBpmnElement().getId()));
        model.getModelElementsByType(BpmnEdge.class)
                .forEach(edge -> drawn.add(edge.getBpmnElement().getId()));
        var nodes = model.getModelElementsByType(FlowNode.class);
        expect(nodes.size() <= 25, name + " has " + nodes.size() + " nodes: two processes in one");
        for (FlowNode node : nodes) {
            expect(ID.matcher(node.getId()).matches(), node.getId() + " is not named Type_Name");
            expect(drawn.contains(node.getId()), node.getId() + " is not drawn");
            boolean chinese =
                    node.getName() != null && node.getName().codePoints().anyMatch(Character::isIdeographic);
            expect(chinese, node.getId() + " has no Chinese label");
        }
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            expect(drawn.contains(flow.getId()), flow.getId() + " is not drawn");
            boolean choice = flow.getSource() instanceof ExclusiveGateway gateway
                    && gateway.getOutgoing().size() > 1;
            expect(!choice || flow.getName() != null, flow.getId() + " does not say when it is taken");
            boolean decided = !choice
                    || flow.getConditionExpression() != null
                    || ((ExclusiveGateway) flow.getSource()).getDefault() == flow;
            expect(decided, flow.getId() + " has no condition");
        }
        model.getModelElementsByType(UserTask.class).forEach(this::task);
        model.getModelElementsByType(CallActivity.class)
                .forEach(call -> expect(
                        "deployment".equals(call.getCamundaCalledElementBinding()), call.getId() + " is not bound"));
        model.getModelElementsByType(MessageEventDefinition.class)
                .forEach(event -> expect(
                        event.getMessage() != null && event.getMessage().getName() != null,
                        event.getId() + " has no message"));
    }

    private void task(UserTask task) {
        String group = String.valueOf(task.getCamundaCandidateGroups());
        String role = group.contains("@") ? group.substring(0, group.indexOf('@')) : group;
        expect(
                role.startsWith("${") || roles.contains(role),
                task.getId() + " is for a role that is not in the realm: " + role);
        String form = String.valueOf(task.getAttributeValueNs(CAMUNDA, "formRef"));
        expect(Files.exists(forms.resolve(form + ".form")), task.getId() + " has no form " + form);
        expect(
                "deployment".equals(task.getAttributeValueNs(CAMUNDA, "formRefBinding")),
                task.getId() + " does not keep its form over releases");
    }

    private void calls(String xml) {
        Matcher call = CALL.matcher(xml);
        while (call.find()) {
            Class<?> type = steps(call.group(1));
            int arguments = call.group(3).isBlank() ? 0 : call.group(3).split(",").length;
            String method = call.group(2);
            boolean found = type != null
                    && Modifier.isPublic(type.getModifiers())
                    && Arrays.stream(type.getMethods())
                            .anyMatch(m -> m.getName().equals(method) && m.getParameterCount() == arguments);
            expect(found, call.group() + "} calls nothing");
        }
    }

    /** Bean {@code campaignSteps} is class {@code CampaignSteps} of some module. */
    private static Class<?> steps(String bean) {
        String name = Character.toUpperCase(bean.charAt(0)) + bean.substring(1);
        for (Path file : ProjectFiles.below(Path.of("src/main/java/org/qipan"), "/" + name + ".java")) {
            try {
                return Class.forName("org.qipan." + file.getParent().getFileName() + "." + name);
            } catch (ClassNotFoundException e) {
                return null;
            }
        }
        return null;
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            problems.add(otherwise);
        }
    }
}
