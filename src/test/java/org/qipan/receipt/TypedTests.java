package org.qipan.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTests {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final byte[] BITS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

    @Property(tries = 500)
    void codeAndWordsAreTheSameBits(@ForAll @Size(10) byte[] bits) {
        String code = CodeLetters.written(bits);
        assertThat(code).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}");
        assertThat(Typed.bits(code)).hasValueSatisfying(read -> assertThat(read).isEqualTo(bits));
        List<String> words = WordList.written(bits);
        assertThat(words).hasSize(8);
        for (String between : List.of("", " ", "、", "-", "\n")) {
            assertThat(Typed.bits(String.join(between, words)))
                    .hasValueSatisfying(read -> assertThat(read).isEqualTo(bits));
        }
    }

    @Property(tries = 500)
    void oneWrongCharacterIsNoticed(
            @ForAll @Size(10) byte[] bits,
            @ForAll @IntRange(max = 16) int place,
            @ForAll @IntRange(max = 31) int other) {
        StringBuilder code = new StringBuilder(CodeLetters.written(bits).replace("-", ""));
        char wrong = ALPHABET.charAt(other);
        boolean same = code.charAt(place) == wrong;
        code.setCharAt(place, wrong);
        assertThat(Typed.bits(code.toString()).isPresent()).isEqualTo(same);
    }

    @Property(tries = 500)
    void anyTwoThatChangedPlacesAreNoticed(
            @ForAll @Size(10) byte[] bits, @ForAll @IntRange(max = 16) int one, @ForAll @IntRange(max = 16) int other) {
        StringBuilder code = new StringBuilder(CodeLetters.written(bits).replace("-", ""));
        char first = code.charAt(one);
        boolean same = first == code.charAt(other);
        code.setCharAt(one, code.charAt(other));
        code.setCharAt(other, first);
        assertThat(Typed.bits(code.toString()).isPresent()).isEqualTo(same);
    }

    @Test
    void readsWhatPeopleTypeForIt() {
        String code = CodeLetters.written(BITS);
        String full = code.chars()
                .map(c -> c == '-' ? '－' : c + 0xFEE0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        for (String typed : List.of(
                code.toLowerCase(java.util.Locale.ROOT),
                code.replace("-", ""),
                code.replace("-", "  "),
                full,
                " " + code.replace('0', 'o') + "\n",
                code.replace('1', 'l'),
                code.replace('1', 'I'))) {
            assertThat(Typed.bits(typed))
                    .as(typed)
                    .hasValueSatisfying(bits -> assertThat(bits).isEqualTo(BITS));
        }
        List<String> words = WordList.written(BITS);
        assertThat(Typed.bits("1. " + String.join("，2 ", words) + "。"))
                .hasValueSatisfying(bits -> assertThat(bits).isEqualTo(BITS));
        assertThat(Typed.pin(" １２３ 456 ")).isEqualTo("123456");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "你好", "苹果苹果苹果苹果苹果苹果苹果", "苹果苹果苹果苹果苹果苹果苹果没有", "UUUU-UUUU-UUUU-UUUUU", "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷"})
    void takesNothingElse(String typed) {
        assertThat(Typed.bits(typed)).isEmpty();
    }

    @Test
    void drawsNoCodeTwiceInAHundredThousand() {
        SecureRandom random = new SecureRandom();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            seen.add(CodeLetters.written(Bits.drawn(random)));
        }
        assertThat(seen).hasSize(100_000);
    }

    @Test
    void hasAThousandAndTwentyFourDifferentWordsOfTwoCharacters() throws java.io.IOException {
        assertThat(WordList.all())
                .hasSize(1024)
                .doesNotHaveDuplicates()
                .allMatch(word -> word.matches("\\p{IsHan}{2}"));
        assertThat(java.nio.file.Files.readString(java.nio.file.Path.of("src/test/resources/forbidden-vocabulary.txt"))
                        .lines()
                        .filter(line -> !line.isBlank()))
                .noneMatch(forbidden -> WordList.all().contains(forbidden));
        // the order is part of every receipt that was ever given out
        assertThat(WordList.all().get(0)).isEqualTo("苹果");
        assertThat(WordList.all().get(1023)).isEqualTo("蛛网");
    }
}
