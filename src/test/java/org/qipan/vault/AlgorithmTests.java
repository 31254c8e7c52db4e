package org.qipan.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class AlgorithmTests {

    private static final byte[] SECRET = Algorithm.random(Algorithm.KEY_BYTES);
    private static final String PLACE = "words of a case";

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(300).filter(AlgorithmTests::wellFormed),
                Arbitraries.of("", "𠮷野家", "👨‍👩‍👧 民众街道", "买买提·吐尔逊", "\0", "村".repeat(100_000)));
    }

    private static boolean wellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    @Property
    void opensWhatItSealed(@ForAll Algorithm algorithm, @ForAll("texts") String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Sealed sealed = algorithm.seal(SECRET, PLACE, bytes);
        assertThat(new String(Algorithm.open(SECRET, PLACE, sealed), StandardCharsets.UTF_8))
                .isEqualTo(text);
        assertThat(sealed.content()).hasSize(bytes.length + 16).isNotEqualTo(bytes);
    }

    @Property
    void doesNotOpenWhenOneBitDiffers(
            @ForAll Algorithm algorithm,
            @ForAll @Size(max = 200) byte[] text,
            @ForAll int where,
            @ForAll boolean nonce) {
        Sealed sealed = algorithm.seal(SECRET, PLACE, text);
        byte[] bytes = nonce ? sealed.nonce() : sealed.content();
        int bit = Math.floorMod(where, bytes.length * 8);
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        refuses(SECRET, PLACE, sealed);
    }

    @Property
    void doesNotOpenWhenItIsCutOrGrown(
            @ForAll Algorithm algorithm, @ForAll @Size(max = 50) byte[] text, @ForAll int length) {
        Sealed sealed = algorithm.seal(SECRET, PLACE, text);
        int other = Math.floorMod(length, sealed.content().length + 20);
        Assume.that(other != sealed.content().length);
        refuses(SECRET, PLACE, new Sealed(algorithm, sealed.nonce(), Arrays.copyOf(sealed.content(), other)));
    }

    @Property
    void opensAtItsPlaceWithItsKeyAndItsAlgorithmOnly(@ForAll Algorithm algorithm, @ForAll String elsewhere) {
        Assume.that(!elsewhere.equals(PLACE) && wellFormed(elsewhere));
        Sealed sealed = algorithm.seal(SECRET, PLACE, new byte[] {1, 2, 3});
        refuses(SECRET, elsewhere, sealed);
        refuses(Algorithm.random(Algorithm.KEY_BYTES), PLACE, sealed);
        Algorithm other = algorithm == Algorithm.AES ? Algorithm.SM4 : Algorithm.AES;
        refuses(SECRET, PLACE, new Sealed(other, sealed.nonce(), sealed.content()));
    }

    @Property(tries = 20)
    void sealsTheSameTextDifferentlyEachTime(@ForAll Algorithm algorithm) {
        byte[] text = "民众".getBytes(StandardCharsets.UTF_8);
        assertThat(algorithm.seal(SECRET, PLACE, text).content())
                .isNotEqualTo(algorithm.seal(SECRET, PLACE, text).content());
    }

    @Example
    void derivesSecretsThatDifferByPurpose() {
        assertThat(Algorithm.derived(SECRET, "a"))
                .hasSize(32)
                .isEqualTo(Algorithm.derived(SECRET, "a"))
                .isNotEqualTo(Algorithm.derived(SECRET, "b"));
    }

    private static void refuses(byte[] secret, String place, Sealed sealed) {
        assertThatThrownBy(() -> Algorithm.open(secret, place, sealed))
                .isInstanceOf(SealBroken.class)
                .hasMessage("The seal does not open: " + place)
                .hasNoCause();
    }
}
