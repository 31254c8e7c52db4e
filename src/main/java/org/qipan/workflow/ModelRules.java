package org.qipan.workflow;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Refuses to deploy a model that could run code: scripts, classes, delegates, connectors, listeners, HTML forms, and every expression that
 * is more than a variable, one call of a steps bean, or one comparison of these with a literal.
 */
class ModelRules extends AbstractBpmnParseListener {

    private static final Set<String> ELEMENTS = Set.of(
            "scriptTask",
            "script",
            "connector",
            "executionListener",
            "taskListener",
            "formData",
            "validation",
            "field");
    private static final Set<String> ATTRIBUTES = Set.of(
            "class",
            "delegateExpression",
            "scriptFormat",
            "language",
            "formKey",
            "formHandlerClass",
            "assignee",
            "candidateUsers",
            "candidateStarterUsers",
            "candidateStarterGroups");

    private static final String LITERAL = "'[^'\\\\]*'|-?\\d+|true|false|null";
    private static final String NAME = "[a-z][A-Za-z0-9]*";
    private static final String ARGUMENT = "(?:" + NAME + "|" + LITERAL + ")";
    private static final String CALL =
            "[a-z][A-Za-z]*Steps\\." + NAME + "\\((?:" + ARGUMENT + "(?:, ?" + ARGUMENT + ")*)?\\)";
    private static final Pattern ALLOWED =
            Pattern.compile("(?:" + NAME + "|" + CALL + ")(?: *(?:==|!=|<=?|>=?) *(?:" + LITERAL + "))?|" + LITERAL);
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern GROUP = Pattern.compile("(?:[a-z-]+|\\$\\{" + NAME + "})@\\$\\{" + NAME + "}");

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
        check(root);
    }

    private static void check(Element element) {
        if (ELEMENTS.contains(element.getTagName())) {
            throw refused(element, "<" + element.getTagName() + ">");
        }
        for (String key : element.attributes()) {
            // keys are "uri:name" for attributes of a namespace
            String name = key.substring(key.lastIndexOf(':') + 1);
            String value = element.attribute(key);
            if (ATTRIBUTES.contains(name)) {
                throw refused(element, name + "=\"" + value + "\"");
            }
            if (name.equals("candidateGroups") && !GROUP.matcher(value).matches()) {
                throw refused(element, "candidateGroups=\"" + value + "\"");
            }
            checkExpressions(element, value);
        }
        checkExpressions(element, element.getText());
        element.elements().forEach(ModelRules::check);
    }

    private static void checkExpressions(Element element, String text) {
        Matcher expression = EXPRESSION.matcher(text);
        int opened = 0;
        while (expression.find()) {
            opened++;
            if (text.charAt(expression.start()) == '#'
                    || !ALLOWED.matcher(expression.group(1).strip()).matches()) {
                throw refused(element, expression.group());
            }
        }
        // a brace inside a literal would end the match early and hide the rest
        if (opened != text.split("[$#]\\{", -1).length - 1) {
            throw refused(element, text);
        }
    }

    private static ProcessEngineException refused(Element element, String what) {
        return new ProcessEngineException(
                "model refused, line %d, <%s>: %s".formatted(element.getLine(), element.getTagName(), what));
    }
}
