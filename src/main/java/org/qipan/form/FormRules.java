package org.qipan.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads what a component demands of its value: Camunda's {@code validate} and our own properties. */
final class FormRules {

    private static final int MOST_ROWS = 200;
    private static final BigDecimal USUAL_ROWS = BigDecimal.valueOf(50);

    private final Formulas formulas;

    FormRules(Formulas formulas) {
        this.formulas = formulas;
    }

    Component.Rules of(JsonNode node, String type, String id) {
        JsonNode validate = node.path("validate");
        Map<String, String> own = own(node);
        boolean list = type.equals("dynamiclist");
        BigDecimal min = list ? number(own.get("minRows"), id) : number(FormFile.text(validate, "min"), id);
        BigDecimal max = list
                ? number(own.getOrDefault("maxRows", USUAL_ROWS.toString()), id)
                : number(FormFile.text(validate, "max"), id);
        if (list && max != null && max.intValue() > MOST_ROWS) {
            throw new IllegalArgumentException(id + ": more than " + MOST_ROWS + " rows");
        }
        if (type.equals("filepicker") && max == null) {
            max = node.path("multiple").asBoolean() ? BigDecimal.TEN : BigDecimal.ONE;
        }
        return new Component.Rules(
                FormFile.flag(validate, "required", id),
                whole(validate, "minLength", id),
                whole(validate, "maxLength", id),
                min,
                max,
                pattern(FormFile.text(validate, "pattern"), id),
                condition(own.get("condition")),
                own.get("message"),
                FormFile.text(validate, "validationType"),
                whole(node, "decimalDigits", id),
                number(FormFile.text(node, "increment"), id),
                node.path("disallowPassedDates").asBoolean());
    }

    private static Map<String, String> own(JsonNode node) {
        Map<String, String> own = new HashMap<>();
        node.path("properties")
                .properties()
                .forEach(e -> own.put(e.getKey(), e.getValue().asText()));
        return own;
    }

    private static @Nullable String pattern(@Nullable String pattern, String id) {
        try {
            return pattern == null ? null : Pattern.compile(pattern).pattern();
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(id + ": not a pattern: " + e.getMessage(), e);
        }
    }

    private static @Nullable Integer whole(JsonNode node, String field, String id) {
        BigDecimal number = number(FormFile.text(node, field), id);
        return number == null ? null : number.intValueExact();
    }

    private static @Nullable BigDecimal number(@Nullable String text, String id) {
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    id + ": limits are numbers, rules are written as properties.condition: " + text, e);
        }
    }

    private @Nullable String condition(@Nullable String expression) {
        if (expression != null) {
            formulas.get(expression);
        }
        return expression;
    }
}
