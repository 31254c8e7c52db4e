package org.qipan.worklist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qipan.page.Texts;

/** The rules forbid this now. Carries texts for the person (message keys with arguments), shown where he typed; nothing typed is lost. */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Reason> reasons;

    public Refused(String key, Object... arguments) {
        this(List.of(new Reason(null, key, List.of(arguments))));
    }

    /** With one reason. @param field key of the form field it belongs to, null for the whole form */
    public static Refused at(@Nullable String field, String key, Object... arguments) {
        return new Refused(List.of(new Reason(field, key, List.of(arguments))));
    }

    public Refused(List<Reason> reasons) {
        super(reasons.toString());
        this.reasons = List.copyOf(reasons);
    }

    public List<Reason> reasons() {
        return reasons;
    }

    /** As {@link #byField(List, Function)}, in the language of whoever asks. */
    public Map<String, String> byField(Texts texts) {
        return byField(reasons, reason -> reason.in(texts));
    }

    /** Texts of all, one by one, whatever they belong to. */
    public List<String> all(Texts texts) {
        return reasons.stream().map(reason -> reason.in(texts)).toList();
    }

    /** Texts by the field they belong to, one behind the other; {@code form} for those of the whole form. */
    public static Map<String, String> byField(List<Reason> reasons, Function<Reason, String> text) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Reason reason : reasons) {
            String field = reason.field() == null ? "form" : reason.field();
            texts.merge(field, text.apply(reason), (one, two) -> one + " " + two);
        }
        return texts;
    }

    /** @param field key of the form field it belongs to, null for the whole form */
    public record Reason(@Nullable String field, String key, List<Object> arguments) {

        /** In the language of whoever asks. */
        public String in(Texts texts) {
            return texts.text(key, arguments.toArray());
        }
    }
}
