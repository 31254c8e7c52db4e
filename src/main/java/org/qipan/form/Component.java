package org.qipan.form;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One component of a form, as the file describes it.
 *
 * @param type Camunda's type: {@code textfield textarea number datetime select radio checklist checkbox dynamiclist table group text filepicker}
 * @param key name of the value; null for components without one (text, group)
 * @param label Chinese text of the file, or message key in braces {@code {campaign.plan.aims}} when both languages are needed
 * @param hide FEEL condition that hides it, null if always shown
 */
public record Component(
        String id,
        String type,
        @Nullable String key,
        @Nullable String label,
        @Nullable String description,
        @Nullable String text,
        boolean readonly,
        @Nullable String hide,
        List<Choice> choices,
        @Nullable Object defaultValue,
        Rules rules,
        List<Component> components) {

    /** A value that may be chosen, and its label. */
    public record Choice(String value, String label) {}

    /** What the schema demands of a value; FEEL in {@code condition} must hold, else {@code message} is shown. */
    public record Rules(
            boolean required,
            @Nullable Integer minLength,
            @Nullable Integer maxLength,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable String pattern,
            @Nullable String condition,
            @Nullable String message) {}
}
