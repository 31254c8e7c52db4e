package org.qipan.page;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What a form sends, read. */
public final class Fields {

    private Fields() {}

    /** What was typed in a field without space around it, empty if it was not sent. */
    public static String text(MultiValueMap<String, String> sent, String field) {
        String value = sent.getFirst(field);
        return value == null ? "" : value.strip();
    }

    /** A day as fields of dates send it, 2026-11-20; null if it is none: the address may be typed by hand. */
    public static @Nullable LocalDate day(@Nullable String sent) {
        try {
            return sent == null || sent.isBlank() ? null : LocalDate.parse(sent.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** An id; null if it is none. */
    public static @Nullable UUID id(@Nullable String sent) {
        try {
            return sent == null || sent.isBlank() ? null : UUID.fromString(sent.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
