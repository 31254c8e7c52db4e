package org.qipan.directory;

import java.util.List;

/** A substitution that the rules forbid; carries the text for the person. */
public class SubstitutionRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> arguments;

    SubstitutionRefused(String reason, Object... arguments) {
        super(reason);
        this.key = "directory.substitution.refused." + reason;
        this.arguments = List.of(arguments);
    }

    /** Message key, with {@link #arguments}. */
    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments.toArray();
    }
}
