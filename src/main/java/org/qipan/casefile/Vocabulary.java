package org.qipan.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The words Qipan does not hold (design 1, screens 3). What can be named (plans, tasks, kinds, columns) is refused with {@link #check};
 * free text gets the gentle {@link #hint} with a cleaned text to take over. Spaces, punctuation, full-width and invisible characters
 * between the characters of a word change nothing, nor do traditional characters.
 */
@Component
public class Vocabulary {

    private static final Pattern IDENTITY_NUMBER = Pattern.compile("(?<!\\d)\\d{17}[\\dX](?![\\dX])");

    private final List<Word> words = new ArrayList<>();
    private final Map<Integer, Integer> variants = new HashMap<>();

    public Vocabulary() {
        for (String pair : lines("/vocabulary/variants.txt").stream()
                .flatMap(line -> List.of(line.split(" ")).stream())
                .toList()) {
            int[] both = pair.codePoints().toArray();
            variants.put(both[0], both[1]);
        }
        Level level = Level.ENFORCEMENT;
        for (String line : lines("/vocabulary/forbidden.txt")) {
            if (line.startsWith("[")) {
                level = Level.valueOf(line.substring(1, line.length() - 1).toUpperCase(java.util.Locale.ROOT));
            } else {
                String[] parts = line.split(" ! ");
                words.add(new Word(parts[0], level, parts.length < 2 ? List.of() : List.of(parts[1].split(" "))));
            }
        }
    }

    /** What is wrong with the name of something; empty if nothing. Null and blank texts are fine. */
    public Optional<Finding> check(@Nullable String text) {
        return find(text, Set.of(Level.values()), false);
    }

    /** What should not stand in a free text; empty if nothing. */
    public Optional<Finding> hint(@Nullable String text) {
        return find(text, Set.of(Level.ENFORCEMENT, Level.PRIVATE), true);
    }

    private Optional<Finding> find(@Nullable String text, Set<Level> levels, boolean numbers) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        Folded folded = fold(text);
        Set<String> found = new LinkedHashSet<>();
        boolean[] drop = new boolean[text.length()];
        @Nullable Level first = null;
        for (Word word : words) {
            if (!levels.contains(word.level())) {
                continue;
            }
            int at = folded.text().indexOf(word.text());
            while (at >= 0) {
                if (!harmless(folded.text(), at, word)) {
                    found.add(word.text());
                    first = first == null ? word.level() : first;
                    folded.mark(drop, at, at + word.text().length());
                }
                at = folded.text().indexOf(word.text(), at + 1);
            }
        }
        if (numbers) {
            var numbersIn = IDENTITY_NUMBER.matcher(folded.text());
            while (numbersIn.find()) {
                found.add(numbersIn.group().substring(0, 6) + "…");
                first = first == null ? Level.PRIVATE : first;
                folded.mark(drop, numbersIn.start(), numbersIn.end());
            }
        }
        return first == null
                ? Optional.empty()
                : Optional.of(new Finding(List.copyOf(found), first.key(), cleaned(text, drop)));
    }

    private static boolean harmless(String text, int at, Word word) {
        return word.harmless().stream().anyMatch(longer -> {
            int start = at - longer.indexOf(word.text());
            return start >= 0 && text.startsWith(longer, start);
        });
    }

    private static String cleaned(String text, boolean[] drop) {
        var kept = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (!drop[i]) {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString().strip();
    }

    private Folded fold(String text) {
        var folded = new StringBuilder();
        List<int[]> origin = new ArrayList<>();
        int next;
        for (int i = 0; i < text.length(); i = next) {
            int point = text.codePointAt(i);
            next = i + Character.charCount(point);
            String plain = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
            for (int c : plain.codePoints().toArray()) {
                if (Character.isLetterOrDigit(c)) {
                    String kept = Character.toString(Character.toUpperCase(variants.getOrDefault(c, c)));
                    folded.append(kept);
                    for (int n = 0; n < kept.length(); n++) {
                        origin.add(new int[] {i, next});
                    }
                }
            }
        }
        return new Folded(folded.toString(), origin);
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Vocabulary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What was found.
     *
     * @param words as they stand in the list
     * @param reason message key of a plain explanation; its argument {0} are the words
     * @param cleaned the text without them
     */
    public record Finding(List<String> words, String reason, String cleaned) {
        /** The words as one text. */
        public String word() {
            return String.join("、", words);
        }
    }

    private enum Level {
        ENFORCEMENT,
        PRESSURE,
        PRIVATE;

        String key() {
            return "vocabulary." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private record Word(String text, Level level, List<String> harmless) {}

    /** The folded text and, for each of its characters, where it began and ended in the original. */
    private record Folded(String text, List<int[]> origin) {
        void mark(boolean[] drop, int from, int to) {
            for (int i = origin.get(from)[0]; i < origin.get(to - 1)[1]; i++) {
                drop[i] = true;
            }
        }
    }
}
