package org.qipan.complaint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Mobile;
import org.qipan.casefile.Vocabulary;
import org.qipan.page.Fields;
import org.qipan.worklist.Refused;
import org.qipan.worklist.Refused.Reason;

/** What was typed in the form of a task, field by field; collects what is wrong, so that all of it is said at once. */
public class Typed {

    private final Map<String, Object> values;
    private final Vocabulary vocabulary;
    private final List<Reason> broken = new ArrayList<>();

    public Typed(Map<String, Object> values, Vocabulary vocabulary) {
        this.values = values;
        this.vocabulary = vocabulary;
    }

    public String choice(String field) {
        return values.get(field) instanceof String text ? text : "";
    }

    /** A free text, null if nothing was typed. */
    public @Nullable String text(String field) {
        if (!(values.get(field) instanceof String text) || text.isBlank()) {
            return null;
        }
        vocabulary
                .hint(text)
                .ifPresent(found ->
                        broken.add(new Reason(field, "vocabulary.hint", List.of(found.word(), found.cleaned()))));
        return text.strip();
    }

    /** A free text that must be there. */
    public String needed(String field) {
        String text = text(field);
        if (text == null) {
            refuse(field, "complaint.refused.empty");
            return "";
        }
        return text;
    }

    /** As {@link #needed}, without a telephone number: who handles a matter reads it, and reaches people through the desk. */
    String told(String field) {
        String text = needed(field);
        if (Mobile.in(text)) {
            refuse(field, "complaint.refused.mobile");
        }
        return text;
    }

    public @Nullable LocalDate day(String field) {
        Object value = values.get(field);
        return value == null ? null : Fields.day(value.toString());
    }

    @Nullable
    Long number(String field) {
        String text = choice(field);
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    public void refuse(@Nullable String field, String key, Object... arguments) {
        broken.add(new Reason(field, key, List.of(arguments)));
    }

    /** @throws Refused if anything is wrong */
    public void check() {
        if (!broken.isEmpty()) {
            throw new Refused(broken);
        }
    }
}
