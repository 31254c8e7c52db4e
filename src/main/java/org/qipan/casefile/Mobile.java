package org.qipan.casefile;

import java.util.regex.Pattern;

/** Mobile numbers in free text, also with spaces or hyphens; what a unit reads about a petition matter holds none (信访工作条例 art. 30). */
public final class Mobile {

    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)1[3-9](?:[ -]?\\d){9}(?!\\d)");

    private Mobile() {}

    public static boolean in(String text) {
        return NUMBER.matcher(text).find();
    }
}
