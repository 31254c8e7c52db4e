package org.qipan.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One submission on its way from answers to accepted values and errors. */
final class Reading {

    private final Formulas formulas;
    private final Words words;
    private final Check check;
    private final Visibility visibility;
    // a page that was shown marks what it showed; JSON is complete by itself
    private final boolean page;
    private final List<Forms.FieldError> errors = new ArrayList<>();

    Reading(Formulas formulas, Words words, Check check, Visibility visibility, boolean page) {
        this.formulas = formulas;
        this.words = words;
        this.check = check;
        this.visibility = visibility;
        this.page = page;
    }

    List<Forms.FieldError> errors() {
        return errors;
    }

    /** @param conditional whether these components are only there because of other answers */
    Map<String, Object> accept(
            List<Component> components, Map<String, Object> answers, String prefix, boolean conditional) {
        Map<String, Object> accepted = new LinkedHashMap<>();
        for (Component component : components) {
            if (visibility.hides(prefix, component)) {
                continue;
            }
            boolean opened = conditional || component.hide() != null;
            String path = prefix + (component.key() == null ? component.id() : component.key());
            int before = errors.size();
            if (component.type().equals("dynamiclist")) {
                accepted.put(String.valueOf(component.key()), rows(component, answers, prefix, opened));
            } else if (component.key() == null) {
                accepted.putAll(accept(component.components(), answers, prefix, opened));
            } else if (!component.readonly()) {
                Object value = value(component, component.key(), answers, path, opened);
                if (value != null) {
                    accepted.put(component.key(), value);
                }
            }
            if (errors.size() == before) {
                condition(component, path, prefix);
            }
        }
        return accepted;
    }

    private @Nullable Object value(
            Component component, String key, Map<String, Object> answers, String path, boolean opened) {
        try {
            Object value = Values.of(component, answers.get(key));
            if (page && opened && !answers.containsKey(key)) {
                // his other answers opened this question after the page was made: he has not seen it yet
                throw new Unreadable("form.error.opened");
            }
            check.value(component, value);
            return value;
        } catch (Unreadable e) {
            refuse(path, e);
            return null;
        }
    }

    private List<Map<String, Object>> rows(Component list, Map<String, Object> answers, String prefix, boolean opened) {
        List<Map<String, Object>> accepted = new ArrayList<>();
        String path = prefix + list.key();
        List<Map<String, Object>> rows = Answers.rows(answers, list.key());
        for (int number = 0; number < rows.size(); number++) {
            if (list.fixed() || !Answers.blank(rows.get(number))) {
                accepted.add(accept(list.components(), rows.get(number), path + "[" + number + "].", false));
            }
        }
        try {
            if (page && opened && list.key() != null && !answers.containsKey(list.key())) {
                throw new Unreadable("form.error.opened");
            }
            check.rows(list, accepted.size());
        } catch (Unreadable e) {
            refuse(path, e);
        }
        return accepted;
    }

    private void condition(Component component, String path, String prefix) {
        String condition = component.rules().condition();
        if (condition != null && !formulas.holds(condition, visibility.scope(prefix))) {
            String message = words.label(component.rules().message());
            errors.add(new Forms.FieldError(path, message == null ? words.message("form.error.condition") : message));
        }
    }

    private void refuse(String path, Unreadable why) {
        errors.add(new Forms.FieldError(path, words.message(why.key(), why.arguments())));
    }
}
