package org.qipan.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the JSON that Camunda Modeler writes and refuses what Qipan could not show or check. */
final class FormFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NEWEST_SCHEMA = 19;
    private static final Set<String> INPUTS = Set.of(
            "textfield", "textarea", "number", "datetime", "select", "radio", "checklist", "checkbox", "filepicker");
    private static final Set<String> OTHERS = Set.of("dynamiclist", "table", "group", "text", "separator", "spacer");
    private static final Pattern KEY = Pattern.compile("[\\p{L}][\\p{L}\\p{N}_]{0,79}");

    private final Formulas formulas;
    private final FormRules rules;

    FormFile(Formulas formulas) {
        this.formulas = formulas;
        this.rules = new FormRules(formulas);
    }

    Form read(String json) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
        String id = text(root, "id");
        if (id == null || !root.path("components").isArray()) {
            throw new IllegalArgumentException("a form has an id and components");
        }
        if (root.path("schemaVersion").asInt() > NEWEST_SCHEMA) {
            throw new IllegalArgumentException(id + ": schema version " + root.path("schemaVersion") + " is not known");
        }
        try {
            return new Form(id, components(root, new HashSet<>(), false));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("form " + id + ": " + e.getMessage(), e);
        }
    }

    private List<Component> components(JsonNode owner, Set<String> keys, boolean inList) {
        List<Component> components = new ArrayList<>();
        for (JsonNode node : owner.path("components")) {
            components.add(component(node, keys, inList));
        }
        return List.copyOf(components);
    }

    private Component component(JsonNode node, Set<String> keys, boolean inList) {
        String written = node.path("type").asText();
        String type = written.equals("taglist") ? "checklist" : written;
        boolean input = INPUTS.contains(type);
        if (!input && !OTHERS.contains(type)) {
            throw new IllegalArgumentException("component type " + written + " is not supported");
        }
        boolean list = type.equals("dynamiclist");
        if (list && inList) {
            throw new IllegalArgumentException("a list within a list cannot be filled in on a phone");
        }
        String key = input ? text(node, "key") : list ? text(node, "path") : null;
        String id = text(node, "id") == null ? String.valueOf(key) : String.valueOf(text(node, "id"));
        if ((input || list) && (key == null || !KEY.matcher(key).matches())) {
            throw new IllegalArgumentException(id + ": not a key: " + key);
        }
        if (key != null && !keys.add(key)) {
            throw new IllegalArgumentException(id + ": key " + key + " is used twice");
        }
        if ((input || list || type.equals("group") || type.equals("table")) && text(node, "label") == null) {
            throw new IllegalArgumentException(id + ": a label is needed by those who cannot see the page");
        }
        if (type.equals("group") && text(node, "path") != null) {
            throw new IllegalArgumentException(id + ": groups with a path are not supported");
        }
        return new Component(
                id,
                type,
                subtype(node, type, id),
                key,
                text(node, "label"),
                text(node, "description"),
                text(node, "text"),
                flag(node, "readonly", id) || flag(node, "disabled", id),
                feel(text(node.path("conditional"), "hide")),
                source(node, type),
                choices(node, type.equals("table") ? "columns" : "values", type.equals("table") ? "key" : "value"),
                defaultValue(node, list),
                rules.of(node, type, id),
                components(node, list ? new HashSet<>() : keys, list || inList));
    }

    private static @Nullable String subtype(JsonNode node, String type, String id) {
        if (type.equals("dynamiclist")) {
            return node.path("allowAddRemove").asBoolean(true) ? null : Component.FIXED;
        }
        if (!type.equals("datetime")) {
            return null;
        }
        String subtype = node.path("subtype").asText("date");
        if (!Set.of("date", "time", "datetime").contains(subtype)) {
            throw new IllegalArgumentException(id + ": not a kind of date: " + subtype);
        }
        return subtype;
    }

    private @Nullable String source(JsonNode node, String type) {
        String expression = text(node, type.equals("table") ? "dataSource" : "valuesExpression");
        return feel(expression == null ? text(node, "valuesKey") : expression);
    }

    private @Nullable String feel(@Nullable String expression) {
        if (expression != null) {
            formulas.get(expression);
        }
        return expression;
    }

    private static @Nullable Object defaultValue(JsonNode node, boolean list) {
        JsonNode value = node.path(list ? "defaultRepetitions" : "defaultValue");
        return value.isMissingNode() || value.isNull() ? null : JSON.convertValue(value, Object.class);
    }

    private static List<Component.Choice> choices(JsonNode node, String field, String valueField) {
        List<Component.Choice> choices = new ArrayList<>();
        for (JsonNode choice : node.path(field)) {
            String value = choice.path(valueField).asText();
            choices.add(new Component.Choice(value, choice.path("label").asText(value)));
        }
        return List.copyOf(choices);
    }

    static boolean flag(JsonNode node, String field, String id) {
        JsonNode flag = node.path(field);
        if (flag.isTextual() && !flag.asText().isBlank()) {
            throw new IllegalArgumentException(id + ": " + field + " is true or false, not an expression");
        }
        return flag.asBoolean();
    }

    static @Nullable String text(JsonNode node, String field) {
        String text = node.path(field).asText("");
        return text.isBlank() ? null : text;
    }
}
