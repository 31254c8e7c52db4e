package org.qipan.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the form templates print.
 *
 * @param conditional whether answers open or close other questions
 */
public record FormView(String id, List<Field> fields, List<Forms.FieldError> errors, boolean conditional) {

    /** The question a refused value answers, null inside a table or a group: the summary stands far above it. */
    public @Nullable String question(Forms.FieldError error) {
        for (Field field : fields) {
            if (field.id().equals(error.anchor())) {
                return field.label();
            }
        }
        return null;
    }

    /**
     * One visible component.
     *
     * @param name HTML name, unique on the page
     * @param value as it stands in the input, empty if none
     * @param selected chosen values of checklists
     * @param choices what may be chosen; the columns of a table
     * @param source where a prefilled value comes from, null if typed
     * @param rows of a table or dynamic list
     * @param fields of a group
     */
    public record Field(
            String name,
            String type,
            @Nullable String subtype,
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
            List<Field> fields) {

        /**
         * A file picker on a page that is no form of a file.
         *
         * @param offered name by id
         */
        public static Field files(
                String name,
                String label,
                boolean readonly,
                List<String> selected,
                Map<String, String> offered,
                @Nullable String error) {
            List<Component.Choice> choices = offered.entrySet().stream()
                    .map(file -> new Component.Choice(file.getKey(), file.getValue()))
                    .toList();
            Component.Rules rules =
                    new Component.Rules(false, null, null, null, null, null, null, null, null, null, null, false);
            return new Field(
                    name,
                    "filepicker",
                    null,
                    label,
                    null,
                    null,
                    false,
                    readonly,
                    "",
                    selected,
                    choices,
                    null,
                    error,
                    rules,
                    List.of(),
                    List.of());
        }

        /** The same on a page where several forms stand: its name begins with {@code prefix}. */
        public Field in(String prefix) {
            return new Field(
                    prefix + name,
                    type,
                    subtype,
                    label,
                    description,
                    text,
                    required,
                    readonly,
                    value,
                    selected,
                    choices,
                    source,
                    error,
                    rules,
                    rows,
                    fields);
        }

        static String id(String path) {
            return "f-" + path.replaceAll("[\\[\\].]", "-");
        }

        public String id() {
            return id(name);
        }

        /** Name of the hidden input that says this was on the page. */
        public String mark() {
            int last = name.lastIndexOf('.') + 1;
            return name.substring(0, last) + Answers.MARK + name.substring(last);
        }

        /** HTML type of the input. */
        public String input() {
            if (type.equals("datetime")) {
                return "time".equals(subtype) ? "time" : "date".equals(subtype) ? "date" : "datetime-local";
            }
            return "phone".equals(rules.kind()) ? "tel" : "email".equals(rules.kind()) ? "email" : "text";
        }

        /** Ids of the texts that belong to the input, null if there are none. */
        public @Nullable String describedBy() {
            List<String> ids = Stream.of(
                            description == null ? null : id() + "-hint",
                            rules.maxLength() == null ? null : id() + "-limit",
                            source == null ? null : id() + "-source",
                            error == null ? null : id() + "-error")
                    .filter(java.util.Objects::nonNull)
                    .toList();
            return ids.isEmpty() ? null : String.join(" ", ids);
        }

        /** Whether another row may be added. */
        public boolean growable() {
            BigDecimal most = rules.max();
            return !readonly && !fixed() && (most == null || rows.size() < most.intValue());
        }

        /** Whether the rows are given and only filled in. */
        public boolean fixed() {
            return Component.FIXED.equals(subtype);
        }

        public List<Line> lines() {
            return text == null ? List.of() : text.lines().map(Line::of).toList();
        }
    }

    /** A line of a text component. @param kind {@code heading}, {@code item} or {@code plain} */
    public record Line(String kind, String text) {

        // the marks of Markdown that people use in text views; anything else stays the text it is
        static Line of(String line) {
            String bare = line.strip().replace("**", "").replace("__", "");
            if (bare.matches("#{1,6} .*")) {
                return new Line("heading", bare.replaceFirst("#{1,6} ", ""));
            }
            return bare.matches("[-*] .*") ? new Line("item", bare.substring(2)) : new Line("plain", bare);
        }
    }
}
