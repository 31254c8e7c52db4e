package org.qipan.worklist;

import java.util.List;

/** The rules forbid this now. Carries texts for the person (message keys with arguments), shown where he typed; nothing typed is lost. */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Reason> reasons;

    public Refused(String key, Object... arguments) {
        this(List.of(new Reason(null, key, List.of(arguments))));
    }

    public Refused(List<Reason> reasons) {
        super(reasons.toString());
        this.reasons = List.copyOf(reasons);
    }

    public List<Reason> reasons() {
        return reasons;
    }

    /** @param field key of the form field it belongs to, null for the whole form */
    public record Reason(@org.jspecify.annotations.Nullable String field, String key, List<Object> arguments) {}
}
