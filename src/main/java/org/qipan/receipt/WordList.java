package org.qipan.receipt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A thousand and twenty-four everyday words of two characters: eight of them are eighty bits. */
final class WordList {

    private static final int WIDTH = 10;
    private static final int COUNT = Bits.SIZE / WIDTH;
    private static final int CHARACTERS = 2;

    private static final List<String> WORDS = words();
    private static final Map<String, Integer> NUMBERS = numbers();

    private WordList() {}

    static List<String> all() {
        return WORDS;
    }

    static List<String> written(byte[] bits) {
        return Arrays.stream(Bits.pieces(bits, WIDTH)).mapToObj(WORDS::get).toList();
    }

    /** @param typed the characters of the words one behind the other */
    static Optional<byte[]> read(String typed) {
        if (typed.length() != COUNT * CHARACTERS) {
            return Optional.empty();
        }
        int[] numbers = new int[COUNT];
        for (int i = 0; i < COUNT; i++) {
            Integer number = NUMBERS.get(typed.substring(i * CHARACTERS, (i + 1) * CHARACTERS));
            if (number == null) {
                return Optional.empty();
            }
            numbers[i] = number;
        }
        return Optional.of(Bits.of(numbers, WIDTH));
    }

    private static List<String> words() {
        try (InputStream file = Objects.requireNonNull(WordList.class.getResourceAsStream("/receipt/words.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < WORDS.size(); i++) {
            numbers.put(WORDS.get(i), i);
        }
        return Map.copyOf(numbers);
    }
}
