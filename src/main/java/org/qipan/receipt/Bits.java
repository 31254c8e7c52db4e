package org.qipan.receipt;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Eighty bits, cut into pieces of equal size and put together again. */
final class Bits {

    static final int SIZE = 80;

    private Bits() {}

    static byte[] drawn(SecureRandom random) {
        byte[] bits = new byte[SIZE / 8];
        random.nextBytes(bits);
        return bits;
    }

    /** @param width bits of a piece, a divisor of {@link #SIZE} */
    static int[] pieces(byte[] bits, int width) {
        BigInteger all = new BigInteger(1, bits);
        int[] pieces = new int[SIZE / width];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = all.shiftRight(SIZE - width * (i + 1)).intValue() & (1 << width) - 1;
        }
        return pieces;
    }

    static byte[] of(int[] pieces, int width) {
        BigInteger all = BigInteger.ZERO;
        for (int piece : pieces) {
            all = all.shiftLeft(width).or(BigInteger.valueOf(piece));
        }
        byte[] signed = all.toByteArray();
        byte[] bits = new byte[SIZE / 8];
        int length = Math.min(signed.length, bits.length);
        System.arraycopy(signed, signed.length - length, bits, bits.length - length, length);
        return bits;
    }
}
