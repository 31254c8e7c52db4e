package org.qipan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/** What is wrong with a file of decision tables, found without an engine. */
final class DecisionCheck {

    private final List<String> problems = new ArrayList<>();

    private DecisionCheck() {}

    static List<String> problems(Path file) {
        DecisionCheck check = new DecisionCheck();
        String xml = ProjectFiles.text(file);
        check.model(Dmn.readModelFromFile(file.toFile()), file.getFileName().toString(), xml);
        // the engine would understand other languages; cells are FEEL, which runs nothing
        check.expect(
                !xml.contains("expressionLanguage") && !xml.contains("<script"), file.getFileName() + " is not FEEL");
        return check.problems;
    }

    private void model(DmnModelInstance model, String name, String xml) {
        var decisions = model.getModelElementsByType(Decision.class);
        expect(
                decisions.stream().anyMatch(decision -> name.equals(decision.getId() + ".dmn")),
                name + " holds no decision of its name");
        for (Decision decision : decisions) {
            String id = decision.getId();
            expect(chinese(decision.getName()), id + " has no Chinese label");
            expect(decision.getCamundaHistoryTimeToLiveString() != null, id + " has no time to live");
            expect(xml.contains("dmnElementRef=\"" + id + "\""), id + " is not drawn");
            if (decision.getExpression() instanceof DecisionTable table) {
                table(id, table);
            } else {
                problems.add(id + " is no table");
            }
        }
    }

    private void table(String id, DecisionTable table) {
        expect(
                Set.of(HitPolicy.FIRST, HitPolicy.UNIQUE).contains(table.getHitPolicy()),
                id + " hits more than one rule");
        table.getInputs().forEach(input -> expect(chinese(input.getLabel()), input.getId() + " has no Chinese label"));
        table.getOutputs()
                .forEach(output -> expect(chinese(output.getLabel()), output.getId() + " has no Chinese label"));
        List<Rule> rules = new ArrayList<>(table.getRules());
        Set<String> seen = new HashSet<>();
        for (Rule rule : rules) {
            boolean said = rule.getDescription() != null
                    && chinese(rule.getDescription().getTextContent());
            expect(said, rule.getId() + " does not say what it is about");
            expect(seen.add(cells(rule)), rule.getId() + " is never reached");
        }
        expect(!rules.isEmpty() && cells(rules.get(rules.size() - 1)).isBlank(), id + " leaves a gap");
    }

    private static String cells(Rule rule) {
        List<String> cells = new ArrayList<>();
        for (InputEntry entry : rule.getInputEntries()) {
            cells.add(
                    entry.getText() == null
                            ? ""
                            : entry.getText().getTextContent().strip());
        }
        return String.join("\n", cells);
    }

    private static boolean chinese(String text) {
        return text != null && text.codePoints().anyMatch(Character::isIdeographic);
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            problems.add(otherwise);
        }
    }
}
