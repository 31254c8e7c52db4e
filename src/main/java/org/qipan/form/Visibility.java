package org.qipan.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which components a set of answers hides. A hidden value counts as absent for all other conditions, so the file is walked until nothing
 * changes; conditions that contradict each other stop after {@link #PASSES} walks, the same way every time.
 */
final class Visibility {

    private static final int PASSES = 10;

    private final Formulas formulas;
    private final Map<String, Map<String, Object>> scopes = new HashMap<>();
    private Set<String> hidden = Set.of();

    private Visibility(Formulas formulas) {
        this.formulas = formulas;
    }

    static Visibility of(Form form, Map<String, Object> answers, Map<String, ?> context, Formulas formulas) {
        Visibility visibility = new Visibility(formulas);
        for (int pass = 0; pass < PASSES; pass++) {
            Set<String> next = new HashSet<>();
            Map<String, Object> scope = new HashMap<>(context);
            visibility.fill(scope, form.components(), answers, "");
            visibility.walk(form.components(), answers, "", scope, next);
            if (next.equals(visibility.hidden)) {
                break;
            }
            visibility.hidden = next;
        }
        return visibility;
    }

    boolean hides(String prefix, Component component) {
        return hidden.contains(prefix + component.id());
    }

    /** Visible values by key as conditions at this place see them; inside a row also {@code this}, {@code parent} and {@code i} (from 1). */
    Map<String, Object> scope(String prefix) {
        return scopes.getOrDefault(prefix, Map.of());
    }

    private void walk(
            List<Component> components,
            Map<String, Object> answers,
            String prefix,
            Map<String, Object> scope,
            Set<String> next) {
        scopes.put(prefix, scope);
        for (Component component : components) {
            String hide = component.hide();
            if (hide != null && formulas.holds(hide, scope)) {
                next.add(prefix + component.id());
                forget(component, scope);
            } else if (component.type().equals("dynamiclist")) {
                walkRows(component, answers, prefix, scope, next);
            } else {
                put(scope, component, answers);
                walk(component.components(), answers, prefix, scope, next);
            }
        }
    }

    private void walkRows(
            Component list, Map<String, Object> answers, String prefix, Map<String, Object> scope, Set<String> next) {
        List<Map<String, Object>> visible = new ArrayList<>();
        Map<String, Object> parent = Map.copyOf(withoutNulls(scope));
        int number = 0;
        for (Map<String, Object> row : Answers.rows(answers, list.key())) {
            String rowPrefix = prefix + list.key() + "[" + number++ + "].";
            Map<String, Object> own = new HashMap<>();
            fill(own, list.components(), row, rowPrefix);
            Map<String, Object> rowScope = new HashMap<>(scope);
            rowScope.putAll(own);
            rowScope.put("this", own);
            rowScope.put("parent", parent);
            rowScope.put("i", number);
            walk(list.components(), row, rowPrefix, rowScope, next);
            own.replaceAll((key, value) -> rowScope.get(key));
            visible.add(own);
        }
        if (list.key() != null) {
            scope.put(list.key(), visible);
        }
    }

    private void fill(
            Map<String, Object> scope, List<Component> components, Map<String, Object> answers, String prefix) {
        for (Component component : components) {
            if (hidden.contains(prefix + component.id())) {
                forget(component, scope);
            } else {
                put(scope, component, answers);
                if (!component.type().equals("dynamiclist")) {
                    fill(scope, component.components(), answers, prefix);
                }
            }
        }
    }

    private static void put(Map<String, Object> scope, Component component, Map<String, Object> answers) {
        String key = component.key();
        if (key == null
                || component.type().equals("dynamiclist")
                || component.readonly() && !answers.containsKey(key)) {
            return;
        }
        set(scope, key, Values.lenient(component, answers.get(key)));
    }

    private static void forget(Component component, Map<String, Object> scope) {
        if (component.key() != null) {
            set(scope, component.key(), null);
        } else {
            component.components().forEach(child -> forget(child, scope));
        }
    }

    @SuppressWarnings("NullAway") // FEEL knows null, and a HashMap takes it
    private static void set(Map<String, Object> scope, String key, @Nullable Object value) {
        scope.put(key, value);
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> scope) {
        Map<String, Object> known = new HashMap<>(scope);
        known.values().removeIf(java.util.Objects::isNull);
        return known;
    }
}
