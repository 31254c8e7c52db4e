package org.qipan.receipt;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Eighty bits as sixteen characters of Crockford's alphabet, and one more that checks them where they are a code to come back with. The check is a sum over the field of 32 elements in which each place
 * weighs differently, so one wrong character and any two that changed places are always noticed, and the check itself needs no sixth bit
 * as Crockford's own does.
 */
public final class CodeLetters {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern NOT_LETTER = Pattern.compile("[^A-Z0-9]");
    private static final int WIDTH = 5;
    /** x⁵ + x² + 1, of which x is a root of highest order. */
    private static final int FIELD = 0b100101;

    private static final int COUNT = Bits.SIZE / WIDTH;
    private static final int GROUP = 4;

    private CodeLetters() {}

    /** The first eighty bits in four groups of four. */
    public static String grouped(byte[] bits) {
        int[] values = Bits.pieces(Arrays.copyOf(bits, Bits.SIZE / Byte.SIZE), WIDTH);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(values[i]));
        }
        return text.toString();
    }

    /** As people copy it: in small letters, full width, with blanks; O, I and L are read as the digits they look like. */
    public static String plain(String typed) {
        String upper = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return NOT_LETTER
                .matcher(upper)
                .replaceAll("")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /** In groups, the last one a character longer. */
    static String written(byte[] bits) {
        return grouped(bits) + ALPHABET.charAt(check(Bits.pieces(bits, WIDTH)));
    }

    static Optional<byte[]> read(String typed) {
        int[] values = plain(typed).chars().map(ALPHABET::indexOf).toArray();
        if (values.length != COUNT + 1 || Arrays.stream(values).anyMatch(value -> value < 0)) {
            return Optional.empty();
        }
        int[] own = Arrays.copyOf(values, COUNT);
        return check(own) == values[COUNT] ? Optional.of(Bits.of(own, WIDTH)) : Optional.empty();
    }

    private static int check(int[] values) {
        int sum = 0;
        for (int value : values) {
            sum = doubled(sum ^ value);
        }
        return sum;
    }

    private static int doubled(int value) {
        int twice = value << 1;
        return twice >= 1 << WIDTH ? twice ^ FIELD : twice;
    }
}
