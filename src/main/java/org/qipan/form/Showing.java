package org.qipan.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qipan.form.FormView.Field;

/** One form on its way to the page: visible fields with their values, labels, sources and errors. */
final class Showing {

    private final Formulas formulas;
    private final Words words;
    private final Choices choices;
    private final Visibility visibility;
    private final Map<String, ?> values;
    private final Map<String, String> sources;
    private final Map<String, String> errors;

    Showing(
            Formulas formulas,
            Words words,
            Choices choices,
            Visibility visibility,
            Map<String, ?> values,
            Map<String, String> sources,
            Map<String, String> errors) {
        this.formulas = formulas;
        this.words = words;
        this.choices = choices;
        this.visibility = visibility;
        this.values = values;
        this.sources = sources;
        this.errors = errors;
    }

    List<Field> fields(List<Component> components, Map<String, Object> answers, String prefix) {
        return components.stream()
                .filter(component -> !visibility.hides(prefix, component))
                .map(component -> field(component, answers, prefix))
                .toList();
    }

    private Field field(Component component, Map<String, Object> answers, String prefix) {
        String key = component.key();
        String name = prefix + (key == null ? component.id() : key);
        List<String> selected = Answers.strings(answers, component.holdsList() ? key : null);
        boolean list = component.type().equals("dynamiclist");
        return new Field(
                name,
                component.type(),
                component.subtype(),
                words.label(component.label()),
                words.label(component.description()),
                words.label(component.text()),
                component.rules().required(),
                component.readonly(),
                Answers.string(answers, key),
                selected,
                component.type().equals("filepicker")
                        ? choices.files(selected)
                        : words.labels(choices.of(component, values)),
                key == null ? null : sources.get(prefix + key),
                errors.get(name),
                component.rules(),
                list ? rows(component, answers, name) : table(component, name),
                list ? List.of() : fields(component.components(), answers, prefix));
    }

    private List<List<Field>> rows(Component list, Map<String, Object> answers, String name) {
        List<List<Field>> rows = new ArrayList<>();
        for (Map<String, Object> row : Answers.rows(answers, list.key())) {
            rows.add(fields(list.components(), row, name + "[" + rows.size() + "]."));
        }
        return rows;
    }

    private List<List<Field>> table(Component table, String name) {
        List<List<Field>> rows = new ArrayList<>();
        if (table.type().equals("table")
                && table.source() != null
                && formulas.value(table.source(), values) instanceof Collection<?> items) {
            for (Object item : items) {
                Map<?, ?> row = item instanceof Map<?, ?> map ? map : Map.of();
                rows.add(table.choices().stream()
                        .map(column -> cell(table, name, words.label(column.label()), row.get(column.value())))
                        .toList());
            }
        }
        return rows;
    }

    private static Field cell(Component table, String name, @Nullable String label, @Nullable Object value) {
        return new Field(
                name,
                "cell",
                null,
                label,
                null,
                null,
                false,
                true,
                Answers.text(value),
                List.of(),
                List.of(),
                null,
                null,
                table.rules(),
                List.of(),
                List.of());
    }
}
