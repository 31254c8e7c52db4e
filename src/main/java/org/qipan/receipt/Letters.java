package org.qipan.receipt;

import java.util.Arrays;
import java.util.Optional;

/**
 * Sixteen characters of Crockford's alphabet and one that checks them. The check is a sum over the field of 32 elements in which each place
 * weighs differently, so one wrong character and any two that changed places are always noticed, and the check itself needs no sixth bit
 * as Crockford's own does.
 */
final class Letters {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int WIDTH = 5;
    /** x⁵ + x² + 1, of which x is a root of highest order. */
    private static final int FIELD = 0b100101;

    private static final int COUNT = Bits.SIZE / WIDTH;
    private static final int GROUP = 4;

    private Letters() {}

    /** In groups, the last one a character longer. */
    static String written(byte[] bits) {
        int[] values = Bits.pieces(bits, WIDTH);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(values[i]));
        }
        return text.append(ALPHABET.charAt(check(values))).toString();
    }

    /** @param typed letters and digits only, upper case; O, I and L are read as the digits they look like */
    static Optional<byte[]> read(String typed) {
        int[] values = typed.replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .chars()
                .map(ALPHABET::indexOf)
                .toArray();
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
