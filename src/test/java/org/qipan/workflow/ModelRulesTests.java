package org.qipan.workflow;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = EngineContext.class, properties = EngineContext.NO_JOBS)
class ModelRulesTests {

    @Autowired
    private EngineFixture engine;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<manualTask id='A' camunda:candidateUsers='someone' />",
                "<scriptTask id='A' scriptFormat='juel'><script>1</script></scriptTask>",
                "<serviceTask id='A' camunda:class='java.lang.Runtime' />",
                "<serviceTask id='A' camunda:delegateExpression='${someSteps}' />",
                "<serviceTask id='A' camunda:expression='${x}'><extensionElements><camunda:connector />"
                        + "</extensionElements></serviceTask>",
                "<userTask id='A'><extensionElements><camunda:taskListener event='create' expression='${x}' />"
                        + "</extensionElements></userTask>",
                "<userTask id='A'><extensionElements><camunda:executionListener event='start' expression='${x}' />"
                        + "</extensionElements></userTask>",
                "<userTask id='A'><extensionElements><camunda:inputOutput><camunda:inputParameter name='x'>"
                        + "<camunda:script scriptFormat='juel'>1</camunda:script></camunda:inputParameter></camunda:inputOutput>"
                        + "</extensionElements></userTask>",
                "<userTask id='A' camunda:formKey='embedded:app:x.html' />",
                "<userTask id='A' camunda:assignee='someone' />",
                "<userTask id='A' camunda:candidateGroups='village-worker' />",
                "<userTask id='A' camunda:candidateGroups='${campaignSteps.group(unit)}' />",
                "<serviceTask id='A' camunda:expression='${dataSource.connection}' />",
                "<serviceTask id='A' camunda:expression='${campaignSteps.run(unit).toString()}' />",
                "<serviceTask id='A' camunda:expression='${campaignSteps.run(otherSteps.run())}' />",
                "<serviceTask id='A' camunda:expression=\"${''.getClass().forName('java.lang.Runtime')}\" />",
                "<serviceTask id='A' camunda:expression='${unit.class}' />",
                "<serviceTask id='A' camunda:expression='#{unit}' />",
                "<serviceTask id='A' camunda:expression=\"${campaignSteps.run('}').getClass()}\" />",
                "<userTask id='A' name='${a + b}' />"
            })
    void refusesWhatCouldRunCode(String element) {
        assertThatThrownBy(() -> engine.deploy("refused", Models.single("refused", element)))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("model refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<userTask id='A' camunda:candidateGroups='complaint-officer@${unit}' />",
                "<userTask id='A' camunda:candidateGroups='${reviewer}@${upper}' />",
                "<serviceTask id='A' camunda:expression=\"${campaignSteps.run(unit, 'x', 3, true)}\" />",
                "<serviceTask id='A' camunda:expression='${campaignSteps.run()}' camunda:resultVariable='more' />",
                "<userTask id='A' name='${stage}' camunda:priority='${campaignSteps.weight(unit) > 3}' />"
            })
    void deploysWhatModelsNeed(String element) {
        assertThatCode(() -> engine.deploy("allowed", Models.single("allowed", element)))
                .doesNotThrowAnyException();
    }
}
