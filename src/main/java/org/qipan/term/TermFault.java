package org.qipan.term;

import java.util.List;

/** What is wrong with what somebody wants. @param field of the form, {@code form} for all of it @param arguments of message {@code key} */
record TermFault(String field, String key, List<Object> arguments) {

    static TermFault of(String field, String key, Object... arguments) {
        return new TermFault(field, "term.fault." + key, List.of(arguments));
    }
}
