package org.qipan.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A section as the texts of its form fields, whether they come from the stored plan or from somebody who is typing. */
final class PlanFields {

    /** Ids of the ticked files, with commas between. */
    static final String FILES = "files";

    private final Map<String, String> fields = new LinkedHashMap<>();

    private PlanFields() {}

    /** @param day how a day is written in the form */
    static Map<String, String> of(Plan plan, Section section, Function<PlanDay, String> day) {
        PlanFields to = new PlanFields();
        switch (section) {
            case BASIS -> {
                to.put("document", plan.basis().document());
                to.put("number", plan.basis().number());
                to.put("issuer", plan.basis().issuer());
            }
            case AIMS -> to.put("aims", String.join("\n", plan.aims()));
            case GROUP -> to.group(plan.group());
            case TASKS -> {
                for (int i = 0; i < plan.tasks().size(); i++) {
                    to.task("tasks." + i + ".", plan.tasks().get(i), day);
                }
            }
            case STAGES -> {
                to.put("acceptance", plan.acceptance());
                for (int i = 0; i < plan.stages().size(); i++) {
                    to.stage("stages." + i + ".", i + 1, plan.stages().get(i), day);
                }
            }
            case SCHEME, DEPLOYMENT, STAFF, FUNDS, INSPECTION -> {
                to.put("text", plan.have(section).text());
                to.put("confirm", plan.have(section).confirm() ? "on" : "");
            }
            case LIBRARY -> {
                to.put("slogans", String.join("\n", plan.library().slogans()));
                to.put("card", plan.library().card());
                to.put("attachments", String.join("\n", plan.library().attachments()));
                to.put(
                        FILES,
                        plan.library().files().stream()
                                .map(file -> file.id().toString())
                                .collect(Collectors.joining(",")));
            }
            case CONTACT -> {
                to.put("unit", plan.contact().unit());
                to.put("post", plan.contact().post());
                to.put("phone", plan.contact().phone());
            }
        }
        return to.fields;
    }

    /** What was sent, without the fields that steer the page. */
    static Map<String, String> typed(MultiValueMap<String, String> parameters) {
        Map<String, String> typed = new LinkedHashMap<>();
        parameters.forEach((key, values) -> {
            if (!key.startsWith("_")
                    && !List.of("idempotencyKey", "seen", "add", "remove", "auto")
                            .contains(key)) {
                typed.put(key, String.join(",", values));
            }
        });
        return typed;
    }

    /** Name of the rows of a section, null if it has none. */
    static @Nullable String rowsOf(Section section) {
        return switch (section) {
            case GROUP -> "seats";
            case TASKS -> "tasks";
            case STAGES -> "stages";
            default -> null;
        };
    }

    /** Indexes of the rows, ascending; gaps are what was removed. */
    static List<Integer> rows(Map<String, String> fields, Section section) {
        String rows = rowsOf(section);
        TreeSet<Integer> found = new TreeSet<>();
        fields.keySet().forEach(key -> {
            String[] parts = key.split("\\.");
            if (parts.length == 3 && parts[0].equals(rows) && parts[1].matches("\\d{1,3}")) {
                found.add(Integer.valueOf(parts[1]));
            }
        });
        return List.copyOf(found);
    }

    /** Adds or removes a row, or looks for new uploads, if one of those buttons was pressed. @return whether one was */
    static boolean rowsChanged(Section section, MultiValueMap<String, String> parameters, Map<String, String> fields) {
        if (section == Section.LIBRARY && parameters.containsKey("_refresh")) {
            return true;
        }
        String remove = parameters.getFirst("remove");
        if (rowsOf(section) == null || !parameters.containsKey("add") && remove == null) {
            return false;
        }
        if (remove == null) {
            List<Integer> rows = rows(fields, section);
            int next = rows.isEmpty() ? 0 : rows.get(rows.size() - 1) + 1;
            fields.put(rowsOf(section) + "." + next + ".name", "");
        } else {
            fields.keySet().removeIf(key -> key.startsWith(rowsOf(section) + "." + remove + "."));
        }
        return true;
    }

    private void group(Plan.Group group) {
        put("office", group.office());
        for (int i = 0; i < group.seats().size(); i++) {
            Plan.Seat seat = group.seats().get(i);
            put("seats." + i + ".kind", seat.kind().name());
            put("seats." + i + ".unit", seat.unit());
            put("seats." + i + ".post", seat.post());
        }
    }

    private void task(String p, PlanTask task, Function<PlanDay, String> day) {
        put(p + "name", task.name());
        put(p + "text", task.text());
        put(p + "lead", task.lead());
        put(p + "assisting", String.join(",", task.assisting()));
        put(p + "stage", task.stage());
        put(p + "unitKind", task.unitKind());
        put(p + "form", task.form());
        put(p + "minimum", task.minimum() == null ? null : task.minimum().toPlainString());
        put(p + "unitOfMeasure", task.unitOfMeasure());
        put(p + "measure", task.measure());
        put(p + "due", task.due() == null ? null : day.apply(task.due()));
        put(p + "dutyItem", task.dutyItem());
        put(p + "basis", task.basis());
        put(p + "minutes", task.minutes());
        put(p + "notice", task.notice());
    }

    private void stage(String p, int number, Plan.Stage stage, Function<PlanDay, String> day) {
        put(p + "was", number);
        put(p + "name", stage.name());
        put(p + "text", stage.text());
        put(p + "opens", day.apply(stage.opens()));
        put(p + "closes", day.apply(stage.closes()));
        put(p + "reasonAllowed", stage.reasonAllowed() ? "on" : "");
    }

    private void put(String key, @Nullable Object value) {
        fields.put(key, value == null ? "" : value.toString());
    }
}
