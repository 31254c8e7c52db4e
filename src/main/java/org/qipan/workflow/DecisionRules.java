package org.qipan.workflow;

import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRequirementsGraph;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformListener;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.DmnModelElementInstance;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.jspecify.annotations.Nullable;

/** Refuses a decision that could run code: every cell is FEEL, which calls nothing outside itself, and every decision is a table. */
class DecisionRules implements DmnTransformListener {

    private static final String FEEL = "feel";

    /** Names FEEL goes by in files of the versions the engine reads. */
    private static final Set<String> KNOWN = Set.of(
            FEEL,
            "http://www.omg.org/spec/FEEL/20140401",
            "http://www.omg.org/spec/DMN/20180521/FEEL/",
            "https://www.omg.org/spec/DMN/20191111/FEEL/",
            "https://www.omg.org/spec/DMN/20211108/FEEL/",
            "https://www.omg.org/spec/DMN/20230324/FEEL/");

    @Override
    public void transformDecision(Decision decision, DmnDecision made) {
        if (!made.isDecisionTable()) {
            throw refused(decision.getId(), "not a table");
        }
    }

    @Override
    public void transformDecisionTableInput(Input input, DmnDecisionTableInputImpl made) {
        check(input, input.getInputExpression());
    }

    @Override
    public void transformDecisionTableOutput(Output output, DmnDecisionTableOutputImpl made) {
        // a name and a type
    }

    @Override
    public void transformDecisionTableRule(Rule rule, DmnDecisionTableRuleImpl made) {
        rule.getInputEntries().forEach(entry -> check(rule, entry));
        rule.getOutputEntries().forEach(entry -> check(rule, entry));
    }

    @Override
    public void transformDecisionRequirementsGraph(Definitions definitions, DmnDecisionRequirementsGraph made) {
        language(String.valueOf(definitions.getName()), definitions.getExpressionLanguage());
    }

    private static void check(DmnModelElementInstance where, @Nullable UnaryTests cell) {
        language(where.getAttributeValue("id"), cell == null ? null : cell.getExpressionLanguage());
    }

    private static void check(DmnModelElementInstance where, @Nullable LiteralExpression cell) {
        language(where.getAttributeValue("id"), cell == null ? null : cell.getExpressionLanguage());
    }

    private static void language(@Nullable String where, @Nullable String language) {
        if (language != null && !KNOWN.contains(language)) {
            throw refused(where, language);
        }
    }

    private static ProcessEngineException refused(@Nullable String where, String what) {
        return new ProcessEngineException("decision refused, %s: %s".formatted(where, what));
    }
}
