package org.qipan.workflow;

/** Small models for tests of the engine's edge. */
final class Models {

    private Models() {}

    /** A model around a body; {@code id} is the process id. */
    static String of(String id, String body) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
                  <message id="Message_Stop" name="Stop" />
                  <process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">%s</process>
                </definitions>
                """.formatted(id, body);
    }

    /** Start, one element, end. */
    static String single(String id, String element) {
        return of(id, """
                <startEvent id="Start" /><sequenceFlow id="F1" sourceRef="Start" targetRef="A" />%s
                <sequenceFlow id="F2" sourceRef="A" targetRef="End" /><endEvent id="End" />""".formatted(element));
    }

    /** Two tasks, a way back, and a message that stops the whole. */
    static String twoTasks(String id) {
        return of(id, """
                <startEvent id="Start" /><sequenceFlow id="F1" sourceRef="Start" targetRef="First" />
                <userTask id="First" camunda:candidateGroups="${role}@${unit}" />
                <sequenceFlow id="F2" sourceRef="First" targetRef="Second" />
                <userTask id="Second" camunda:candidateGroups="township-officer@${unit}" />
                <sequenceFlow id="F3" sourceRef="Second" targetRef="Agreed" />
                <exclusiveGateway id="Agreed" default="F5" />
                <sequenceFlow id="F4" sourceRef="Agreed" targetRef="First">
                  <conditionExpression xsi:type="tFormalExpression">${outcome == 'returned'}</conditionExpression></sequenceFlow>
                <sequenceFlow id="F5" sourceRef="Agreed" targetRef="End" /><endEvent id="End" />
                <subProcess id="Stopping" triggeredByEvent="true">
                  <startEvent id="Stopped"><messageEventDefinition messageRef="Message_Stop" /></startEvent>
                  <sequenceFlow id="F6" sourceRef="Stopped" targetRef="StopEnd" /><endEvent id="StopEnd" />
                </subProcess>""");
    }
}
