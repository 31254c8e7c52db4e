package org.qipan.receipt;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody typed or pasted as his code, his words or his PIN: with blanks and dashes, full width, in small letters. */
final class Typed {

    private static final int LONGEST = 200;
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern NOT_HAN = Pattern.compile("\\P{IsHan}");
    private static final Pattern NOT_DIGIT = Pattern.compile("[^0-9]");

    private Typed() {}

    /** The bits of a code or of words; empty if it is neither. */
    static Optional<byte[]> bits(String typed) {
        String plain = plain(typed);
        return HAN.matcher(plain).find()
                ? WordList.read(NOT_HAN.matcher(plain).replaceAll(""))
                : CodeLetters.read(plain);
    }

    static String pin(String typed) {
        return NOT_DIGIT.matcher(plain(typed)).replaceAll("");
    }

    private static String plain(String typed) {
        String bounded = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        return Normalizer.normalize(bounded, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    }
}
