package org.qipan.form;

import java.text.Normalizer;

/** Text as it is stored: NFC, line feeds, no control characters. Rare characters and emoji stay; lengths count code points. */
final class PlainText {

    private PlainText() {}

    static String of(String typed, boolean lines) {
        String text = Normalizer.normalize(typed.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC)
                .strip();
        if (!text.codePoints().allMatch(c -> allowed(c, lines))) {
            throw new Unreadable("form.error.character");
        }
        return text;
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Full-width ASCII, as Chinese keyboards type it, to its plain form. */
    static String halfWidth(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.chars().forEach(c -> plain.append((char) (c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c)));
        return plain.toString().replace('\u3000', ' ').replace('\u00a0', ' ').replace('\u2212', '-');
    }

    private static boolean allowed(int c, boolean lines) {
        if (c == '\n') {
            return lines;
        }
        // PostgreSQL cannot store NUL, and half a surrogate pair is no character
        return c == '\t' || !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
    }
}
