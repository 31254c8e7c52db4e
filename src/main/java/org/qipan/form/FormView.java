package org.qipan.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the form templates print. */
public record FormView(String id, List<Field> fields, List<Forms.FieldError> errors) {

    /**
     * One visible component.
     *
     * @param name HTML name, unique on the page
     * @param value as it stands in the input, empty if none
     * @param selected chosen values of checklists
     * @param source where a prefilled value comes from, null if typed
     * @param rows of a table or dynamic list
     * @param fields of a group
     */
    public record Field(
            String name,
            String type,
            @Nullable String label,
            @Nullable String description,
            @Nullable String text,
            boolean required,
            boolean readonly,
            String value,
            List<String> selected,
            List<Component.Choice> choices,
            @Nullable String source,
            @Nullable String error,
            Component.Rules rules,
            List<List<Field>> rows,
            List<Field> fields) {}
}
