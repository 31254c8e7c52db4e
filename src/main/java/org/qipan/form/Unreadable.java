package org.qipan.form;

import java.io.Serial;

/** What was typed is not a value of this kind. Carries the message key for the person who typed it. */
final class Unreadable extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Object[] arguments;

    Unreadable(String key, Object... arguments) {
        super(key, null, false, false);
        this.arguments = arguments;
    }

    String key() {
        return String.valueOf(getMessage());
    }

    Object[] arguments() {
        return arguments;
    }
}
