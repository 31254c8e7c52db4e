package org.qipan.repeat;

import java.util.HashSet;
import java.util.Set;

/** How much of a text stands in another, in pairs of characters: Chinese needs no words for it. */
final class Likeness {

    private Likeness() {}

    /** Share of the pairs of {@code digest} that {@code words} has too; 0 for a text of fewer than two characters. */
    static double of(String digest, String words) {
        Set<String> pairs = pairs(digest);
        if (pairs.isEmpty()) {
            return 0;
        }
        int all = pairs.size();
        pairs.retainAll(pairs(words));
        return (double) pairs.size() / all;
    }

    private static Set<String> pairs(String text) {
        int[] characters = text.codePoints().filter(Character::isLetterOrDigit).toArray();
        Set<String> pairs = new HashSet<>();
        for (int i = 1; i < characters.length; i++) {
            pairs.add(new String(characters, i - 1, 2));
        }
        return pairs;
    }
}
