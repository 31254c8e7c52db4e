package org.qipan.form;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One component of a form, as the file describes it.
 *
 * @param type Camunda's type: {@code textfield textarea number datetime select radio checklist checkbox dynamiclist table group text filepicker}
 *     and the mere layout {@code separator spacer}; {@code taglist} reads as a checklist
 * @param subtype {@code date}, {@code time} or {@code datetime} of a datetime, {@code fixed} of a dynamic list without adding and removing,
 *     null otherwise
 * @param key name of the value; null for components without one (text, group)
 * @param label Chinese text of the file, or message key in braces {@code {campaign.plan.aims}} when both languages are needed
 * @param hide FEEL condition that hides it, null if always shown
 * @param source FEEL expression for the rows of a table or the choices of a select, evaluated over what the server knows; null if they stand
 *     in the file
 * @param choices what may be chosen; the columns of a table
 */
public record Component(
        String id,
        String type,
        @Nullable String subtype,
        @Nullable String key,
        @Nullable String label,
        @Nullable String description,
        @Nullable String text,
        boolean readonly,
        @Nullable String hide,
        @Nullable String source,
        List<Choice> choices,
        @Nullable Object defaultValue,
        Rules rules,
        List<Component> components) {

    /** Subtype of a dynamic list whose rows are given by the server and only filled in. */
    static final String FIXED = "fixed";

    boolean fixed() {
        return FIXED.equals(subtype);
    }

    boolean holdsList() {
        return type.equals("checklist") || type.equals("filepicker");
    }

    /** A value that may be chosen, and its label. */
    public record Choice(String value, String label) {}

    /**
     * What the schema demands of a value; FEEL in {@code condition} must hold, else {@code message} is shown.
     *
     * @param minLength code points, not UTF-16 units: a rare surname counts as one
     * @param min least value of a number, least rows of a dynamic list
     * @param max greatest value of a number, most rows of a dynamic list, most files of a file picker
     * @param kind {@code email} or {@code phone}, null for any text
     * @param decimals digits after the point, null if the form does not say
     * @param step numbers must be a multiple of it, counted from {@code min}
     * @param notPast dates before today are refused
     */
    public record Rules(
            boolean required,
            @Nullable Integer minLength,
            @Nullable Integer maxLength,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable String pattern,
            @Nullable String condition,
            @Nullable String message,
            @Nullable String kind,
            @Nullable Integer decimals,
            @Nullable BigDecimal step,
            boolean notPast) {}
}
