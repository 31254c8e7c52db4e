package org.qipan.page;

import org.springframework.util.MultiValueMap;

/** What a form sends. */
public final class Fields {

    private Fields() {}

    /** What was typed in a field without space around it, empty if it was not sent. */
    public static String text(MultiValueMap<String, String> sent, String field) {
        String value = sent.getFirst(field);
        return value == null ? "" : value.strip();
    }
}
