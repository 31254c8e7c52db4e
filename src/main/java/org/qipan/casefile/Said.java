package org.qipan.casefile;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;

/**
 * What the product says by itself, as the key of a message and what goes into it: stored so, every reader gets it in his language. What people
 * wrote is {@link #typed} and stays as they wrote it.
 *
 * @param key empty for what people wrote
 * @param arguments texts, and sayings within this one
 */
public record Said(String key, List<Object> arguments) {

    public Said {
        arguments = List.copyOf(arguments);
    }

    /** @param arguments texts, and sayings within this one */
    public static Said of(String key, Object... arguments) {
        return new Said(key, List.of(arguments));
    }

    public static Said typed(String text) {
        return new Said("", List.of(text));
    }

    /** One thing, and the other that tells which. */
    public static Said both(Object one, Object other) {
        return of("casefile.said.both", one, other);
    }

    /** The words for a post. */
    public static Said post(Post post, Directory directory) {
        return both(directory.name(post.unit()), of("directory.role." + post.role()));
    }

    /** What {@link #kept} gave. */
    static Said parsed(List<?> kept) {
        List<Object> arguments = new ArrayList<>();
        kept.stream().skip(1).forEach(part -> arguments.add(part instanceof List<?> inner ? parsed(inner) : part));
        return new Said(kept.get(0).toString(), arguments);
    }

    boolean typed() {
        return key.isEmpty();
    }

    /** As it is kept: the key, then the arguments; of what people wrote the text alone. */
    @JsonValue
    Object kept() {
        if (typed()) {
            return arguments.get(0);
        }
        List<Object> parts = new ArrayList<>(arguments);
        parts.add(0, key);
        return parts;
    }
}
