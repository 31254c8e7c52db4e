package org.qipan.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Latin readings of unit names, for people who type 「xl」 and mean 新伦. A table in the project instead of a library: the small libraries
 * are no longer kept, the kept one is larger than the rest of this module a hundred times over, and only names of units are ever read.
 */
final class Pinyin {

    private static final Map<Integer, List<String>> READINGS = table();
    /** A name of several characters with two readings each would fill the index with readings nobody types. */
    private static final int VARIANTS = 4;

    private Pinyin() {}

    /** @param initials one letter a character @param full whole syllables; both with the variants of the name after blanks */
    record Reading(String initials, String full) {}

    static Reading of(String name) {
        List<String> initials = List.of("");
        List<String> full = List.of("");
        for (int c : name.codePoints().toArray()) {
            List<String> syllables = READINGS.getOrDefault(c, plain(c));
            initials = join(initials, first(syllables));
            full = join(full, syllables);
        }
        return new Reading(String.join(" ", initials), String.join(" ", full));
    }

    private static List<String> join(List<String> heads, List<String> tails) {
        Set<String> joined = new LinkedHashSet<>();
        for (String tail : tails) {
            for (String head : heads) {
                if (joined.size() < VARIANTS) {
                    joined.add(head + tail);
                }
            }
        }
        return List.copyOf(joined);
    }

    private static List<String> first(List<String> syllables) {
        Set<String> letters = new LinkedHashSet<>();
        syllables.forEach(syllable -> letters.add(syllable.isEmpty() ? "" : syllable.substring(0, 1)));
        return List.copyOf(letters);
    }

    /** Letters and digits read as themselves; brackets and the like are not typed. */
    private static List<String> plain(int c) {
        return List.of(Character.isLetterOrDigit(c) && c < 0x80 ? Character.toString(Character.toLowerCase(c)) : "");
    }

    private static Map<Integer, List<String>> table() {
        Map<Integer, List<String>> table = new HashMap<>(32768);
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Pinyin.class.getResourceAsStream("/units/pinyin.txt")),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    read(line, table);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private static void read(String line, Map<Integer, List<String>> table) {
        int blank = line.indexOf(' ');
        boolean further = line.charAt(0) == '+';
        List<String> syllable = List.of(line.substring(further ? 1 : 0, blank));
        line.substring(blank + 1)
                .codePoints()
                .forEach(c -> table.merge(c, syllable, (before, added) -> {
                    List<String> both = new ArrayList<>(before);
                    both.addAll(added);
                    return List.copyOf(both);
                }));
    }
}
