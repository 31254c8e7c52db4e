package org.qipan.form;

import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/** Reads, shows and validates Camunda Forms. The same schema decides what is shown and what is accepted. */
public interface Forms {

    /** Parses and caches a form. @throws IllegalArgumentException if it is not a form Qipan can show */
    Form parse(String json);

    /** Reads a form from the class path by id, for forms that no task carries. */
    Form named(String id);

    /**
     * What the template {@code form/_form :: fields(view)} prints.
     *
     * @param values typed or prefilled values by key; raw strings are allowed after a refused submission
     * @param sources by key, where a prefilled value comes from (text in the reader's language)
     * @param errors to show beside the fields
     */
    FormView view(Form form, Map<String, ?> values, Map<String, String> sources, List<FieldError> errors);

    /** Reads an HTML submission: only keys of the form, only of visible components, typed and validated. */
    Submission read(Form form, MultiValueMap<String, String> parameters);

    /** The same for values that come as JSON. */
    Submission read(Form form, Map<String, ?> values);

    /** A refused value. @param path key, or {@code list[2].key} inside a table; @param text in the reader's language */
    record FieldError(String path, String text) {}

    /**
     * A submission.
     *
     * @param values accepted, typed (String, BigDecimal, LocalDate, Boolean, List, Map); hidden fields are absent
     * @param typed everything as typed, to be shown again
     */
    record Submission(Map<String, Object> values, Map<String, Object> typed, List<FieldError> errors) {
        public boolean valid() {
            return errors.isEmpty();
        }
    }
}
