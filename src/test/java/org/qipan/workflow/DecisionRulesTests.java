package org.qipan.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = EngineContext.class, properties = EngineContext.NO_JOBS)
class DecisionRulesTests {

    @Autowired
    private EngineFixture engine;

    @Autowired
    private Decisions decisions;

    @ParameterizedTest
    @CsvSource({"juel,,", ",groovy,", ",,javascript"})
    void refusesEveryLanguageButFeel(String input, String cell, String output) {
        assertThatThrownBy(
                        () -> deploy("refused", table("refused", attribute(input), attribute(cell), attribute(output))))
                .isInstanceOf(ProcessEngineException.class)
                .hasStackTraceContaining("decision refused");
    }

    @Test
    void refusesADecisionThatIsNoTable() {
        assertThatThrownBy(() -> deploy(
                        "literal",
                        around("<decision id='literal' name='l' camunda:historyTimeToLive='P1D'>"
                                + "<variable id='v' name='v' typeRef='string'/>"
                                + "<literalExpression id='e'><text>\"x\"</text></literalExpression></decision>")))
                .isInstanceOf(ProcessEngineException.class)
                .hasStackTraceContaining("decision refused");
    }

    @Test
    void answersByTheFirstRuleThatHoldsAndByNothingIfNoneDoes() {
        deploy("sized", table("sized", "", "", ""));
        assertThat(decisions.ask("sized", Map.of("n", "a"))).isEqualTo(Map.of("word", "yes"));
        assertThat(decisions.ask("sized", Map.of("n", "b"))).isEmpty();
        assertThat(decisions.ask("sized", new HashMap<>())).isEmpty();
    }

    private void deploy(String name, String xml) {
        engine.engine
                .getRepositoryService()
                .createDeployment()
                .name(name)
                .addString(name + ".dmn", xml)
                .deploy();
    }

    private static String attribute(String language) {
        return language == null ? "" : " expressionLanguage='" + language + "'";
    }

    private static String table(String id, String input, String cell, String output) {
        return around("""
                <decision id='%s' name='d' camunda:historyTimeToLive='P1D'><decisionTable id='t' hitPolicy='FIRST'>
                  <input id='i'><inputExpression id='x' typeRef='string'%s><text>n</text></inputExpression></input>
                  <output id='o' name='word' typeRef='string'/>
                  <rule id='r'><inputEntry id='c'%s><text>"a"</text></inputEntry>
                  <outputEntry id='w'%s><text>"yes"</text></outputEntry></rule>
                </decisionTable></decision>""".formatted(id, input, cell, output));
    }

    private static String around(String decision) {
        return """
                <?xml version='1.0' encoding='UTF-8'?>
                <definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' xmlns:camunda='http://camunda.org/schema/1.0/dmn'
                    id='d' name='d' namespace='test'>%s</definitions>""".formatted(decision);
    }
}
