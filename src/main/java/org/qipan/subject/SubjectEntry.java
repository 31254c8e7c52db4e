package org.qipan.subject;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A subject as somebody wants it, typed or from a line of a file.
 *
 * @param line of the file, 0 for what was typed
 * @param retired nothing but the code matters then
 */
record SubjectEntry(
        int line,
        String code,
        @Nullable String parent,
        String name,
        @Nullable String department,
        @Nullable String term,
        String basis,
        boolean retired) {

    /** Without the spaces around, empty as null where that is what it means. */
    static SubjectEntry of(
            int line,
            String code,
            String parent,
            String name,
            String department,
            String term,
            String basis,
            boolean retired) {
        return new SubjectEntry(
                line,
                code(code),
                none(code(parent)),
                plain(name),
                none(plain(department)),
                none(plain(term)),
                plain(basis),
                retired);
    }

    static SubjectEntry retiring(SubjectRow row) {
        return new SubjectEntry(
                0, row.code(), row.parent(), row.name(), row.department(), row.term(), row.basis(), true);
    }

    private static String code(String typed) {
        return plain(typed).toUpperCase(Locale.ROOT);
    }

    private static String plain(String typed) {
        return Normalizer.normalize(typed.replace("\0", ""), Normalizer.Form.NFC)
                .strip();
    }

    private static @Nullable String none(String text) {
        return text.isEmpty() ? null : text;
    }
}
