package org.qipan.feedback;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page somebody writes about: which page, never which case, whom or what he looked for. */
final class PageAddress {

    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9/_.-]{0,199}");

    private PageAddress() {}

    /** {@code /tasks/4711?tab=more} becomes {@code /tasks/*}; what is no path of ours becomes empty. */
    static String of(@Nullable String address) {
        String path = address == null ? "" : address.replaceAll("(?s)[?#].*", "");
        if (!PATH.matcher(path).matches()) {
            return "";
        }
        return Arrays.stream(path.split("/", -1))
                .map(part -> part.chars().anyMatch(Character::isDigit) ? "*" : part)
                .collect(Collectors.joining("/"));
    }
}
