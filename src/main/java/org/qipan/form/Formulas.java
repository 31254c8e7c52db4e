package org.qipan.form;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.qipan.workflow.Formula;

/** FEEL expressions of forms, each parsed once: parsing costs twenty times what evaluating does. */
final class Formulas {

    private final Formula.Parser parser;
    // forms are part of the release, so this cannot grow with use
    private final Map<String, Formula> parsed = new ConcurrentHashMap<>();

    Formulas(Formula.Parser parser) {
        this.parser = parser;
    }

    Formula get(String expression) {
        return parsed.computeIfAbsent(expression, parser::parse);
    }

    boolean holds(String expression, Map<String, ?> variables) {
        return get(expression).holds(variables);
    }

    @Nullable
    Object value(String expression, Map<String, ?> variables) {
        return get(expression).value(variables);
    }
}
