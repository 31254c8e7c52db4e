package org.qipan.form;

import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/** Reads, shows and validates Camunda Forms. The same schema decides what is shown and what is accepted. */
public interface Forms {

    /** Parses and caches a form. @throws IllegalArgumentException if it is not a form Qipan can show */
    Form parse(String json);

    /** Reads a form from the class path by id, for forms that no task carries. @throws IllegalArgumentException if there is none */
    Form named(String id);

    /**
     * What the template {@code form/_form :: fields(view)} prints.
     *
     * @param values typed or prefilled values by key, and whatever else conditions, tables and choices ask for; raw strings are allowed
     *     after a refused submission
     * @param sources by key, where a prefilled value comes from (text in the reader's language)
     * @param errors to show beside the fields
     */
    FormView view(Form form, Map<String, ?> values, Map<String, String> sources, List<FieldError> errors);

    /** Reads an HTML submission: only keys of the form, only of visible components, typed and validated. */
    default Submission read(Form form, MultiValueMap<String, String> parameters) {
        return read(form, parameters, Map.of());
    }

    /**
     * As {@link #read(Form, MultiValueMap)}, for forms whose conditions or choices depend on what only the server knows.
     *
     * @param context prefilled values and facts; read-only components take their value from here and never from the browser
     */
    Submission read(Form form, MultiValueMap<String, String> parameters, Map<String, ?> context);

    /** The same for values that come as JSON. */
    default Submission read(Form form, Map<String, ?> values) {
        return read(form, values, Map.of());
    }

    /** The same for values that come as JSON, with what the server knows. */
    Submission read(Form form, Map<String, ?> values, Map<String, ?> context);

    /** A refused value. @param path key, or {@code list[2].key} inside a table; @param text in the reader's language */
    record FieldError(String path, String text) {

        /** Id of the element the error summary links to. */
        public String anchor() {
            return FormView.Field.id(path);
        }
    }

    /**
     * A submission.
     *
     * @param values accepted, typed (String, BigDecimal, LocalDate, LocalTime, LocalDateTime, Boolean, List, Map); hidden and empty fields are absent
     * @param typed everything as typed with the context below it, to be shown again by {@link Forms#view}
     * @param redisplay the person asked for another row or for the questions his answers open, not for acceptance
     */
    record Submission(
            Map<String, Object> values, Map<String, Object> typed, List<FieldError> errors, boolean redisplay) {

        public Submission(Map<String, Object> values, Map<String, Object> typed, List<FieldError> errors) {
            this(values, typed, errors, false);
        }

        public boolean valid() {
            return errors.isEmpty() && !redisplay;
        }
    }
}
