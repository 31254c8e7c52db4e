package org.qipan.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** From what was typed to a value of the component's type. */
final class Values {

    private Values() {}

    /** The value, null if nothing was typed. @throws Unreadable if it is not of the type */
    static @Nullable Object of(Component component, @Nullable Object answer) {
        if (answer instanceof List<?> items) {
            return component.holdsList()
                    ? items.stream()
                            .map(item -> PlainText.of(Answers.text(item), false))
                            .toList()
                    : null;
        }
        String typed = answer == null ? "" : (String) answer;
        if (component.type().equals("checkbox")) {
            return !typed.isBlank() && !typed.equals("false");
        }
        if (typed.isBlank()) {
            return null;
        }
        return switch (component.type()) {
            case "number" -> NumberText.of(typed);
            case "datetime" ->
                "time".equals(component.subtype())
                        ? DateText.time(typed)
                        : "datetime".equals(component.subtype()) ? DateText.moment(typed) : DateText.date(typed);
            default -> PlainText.of(typed, component.type().equals("textarea"));
        };
    }

    /** As {@link #of}, for conditions: what cannot be read counts as nothing. */
    static @Nullable Object lenient(Component component, @Nullable Object answer) {
        try {
            return of(component, answer);
        } catch (Unreadable e) {
            return null;
        }
    }
}
