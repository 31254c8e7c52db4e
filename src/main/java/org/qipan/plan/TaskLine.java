package org.qipan.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A task in one line, as the editor lists it, from what stands in its fields now.
 *
 * @param index of its row
 * @param facts who leads, how much, until when; what is not written yet is left out
 * @param listed whether it names an item of a duty list
 * @param open whether its fields are shown at once: something is wrong there, or nothing written yet
 */
record TaskLine(int index, String name, String facts, boolean listed, boolean open) {

    /** @param errors text by field */
    static List<TaskLine> of(Map<String, String> values, Map<String, String> errors, PlanTexts texts) {
        return PlanFields.rows(values, Section.TASKS).stream()
                .map(row -> of(row, values, errors, texts))
                .toList();
    }

    private static TaskLine of(int row, Map<String, String> values, Map<String, String> errors, PlanTexts texts) {
        String path = "tasks." + row + ".";
        String name = values.getOrDefault(path + "name", "").strip();
        List<String> facts = new ArrayList<>();
        String lead = values.getOrDefault(path + "lead", "");
        if (!lead.isEmpty()) {
            facts.add(texts.name(lead));
        }
        String minimum = values.getOrDefault(path + "minimum", "").strip();
        if (!minimum.isEmpty()) {
            facts.add(texts.get("plan.task.least", minimum, values.getOrDefault(path + "unitOfMeasure", "")));
        }
        String due = values.getOrDefault(path + "due", "").strip();
        if (!due.isEmpty()) {
            facts.add(due);
        }
        return new TaskLine(
                row,
                name.isEmpty() ? texts.get("plan.task.unnamed") : name,
                String.join(" · ", facts),
                !values.getOrDefault(path + "dutyItem", "").isEmpty(),
                name.isEmpty() || errors.keySet().stream().anyMatch(field -> field.startsWith(path)));
    }
}
