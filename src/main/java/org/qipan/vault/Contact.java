package org.qipan.vault;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Brings a contact to the one way of writing in which it is compared. */
final class Contact {

    private static final Pattern NOT_COUNTED = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Pattern ABROAD = Pattern.compile("^(?:00)?86(?=1\\d{10}$)");

    private Contact() {}

    /** Mail in small letters; numbers without signs between and without the country's prefix; empty if nothing is left. */
    static String plain(String written) {
        String text =
                Normalizer.normalize(written, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return text.contains("@")
                ? text
                : ABROAD.matcher(NOT_COUNTED.matcher(text).replaceAll("")).replaceFirst("");
    }
}
