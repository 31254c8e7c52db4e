package org.qipan.hotline;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qipan.worklist.Refused.Reason;

/** One object of a body that is read field by field; whatever is wrong is collected, so that a caller learns all of it at once. */
final class Body {

    private final JsonNode object;
    private final String before;
    private final List<Reason> wrong;

    /** @param before what stands before the names of its fields in an answer, such as {@code contact.} */
    private Body(JsonNode object, String before, List<Reason> wrong) {
        this.object = object;
        this.before = before;
        this.wrong = wrong;
    }

    static Body of(JsonNode object) {
        return new Body(object, "", new ArrayList<>());
    }

    List<Reason> wrong() {
        return wrong;
    }

    /** Fields nobody knows are refused: a misspelt one would be lost in silence. */
    void only(Set<String> names) {
        object.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                refuse(name.length() > 40 ? name.substring(0, 40) : name, "hotline.wrong.unknown");
            }
        });
    }

    /** @return null where it was not sent; {@code ""} where it had to be, or is wrong, and that is noted */
    @Nullable
    String text(String name, int longest, boolean required) {
        JsonNode node = object.path(name);
        if (absent(node)) {
            if (required) {
                refuse(name, "hotline.wrong.missing");
            }
            return required ? "" : null;
        }
        if (!node.isTextual()) {
            refuse(name, "hotline.wrong.text");
            return "";
        }
        String text = node.textValue().strip();
        if (text.isEmpty()) {
            refuse(name, "hotline.wrong.missing");
        } else if (text.codePointCount(0, text.length()) > longest) {
            refuse(name, "hotline.wrong.long", longest);
        } else if (text.indexOf('\0') >= 0) {
            refuse(name, "hotline.wrong.text");
        } else {
            return text;
        }
        return "";
    }

    /** As {@link #text}, of one form. */
    @Nullable
    String text(String name, Pattern form, boolean required) {
        String text = text(name, 200, required);
        if (text == null || text.isEmpty() || form.matcher(text).matches()) {
            return text;
        }
        refuse(name, "hotline.wrong.form");
        return "";
    }

    List<String> texts(String name, int most, Predicate<String> allowed) {
        JsonNode node = object.path(name);
        if (absent(node)) {
            return List.of();
        }
        if (!node.isArray() || node.size() > most) {
            refuse(name, "hotline.wrong.list", most);
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode each : node) {
            if (each.isTextual() && allowed.test(each.textValue())) {
                texts.add(each.textValue());
            } else {
                refuse(name, "hotline.wrong.form");
                return List.of();
            }
        }
        return texts;
    }

    @Nullable
    Integer number(String name, int least, int most) {
        JsonNode node = object.path(name);
        if (absent(node)) {
            return null;
        }
        if (!node.isInt() || node.intValue() < least || node.intValue() > most) {
            refuse(name, "hotline.wrong.number", least, most);
            return null;
        }
        return node.intValue();
    }

    @Nullable
    LocalDate day(String name) {
        String text = text(name, 10, false);
        try {
            return text == null || text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            refuse(name, "hotline.wrong.day");
            return null;
        }
    }

    /** @return null where it was not sent or is none */
    @Nullable
    Body object(String name) {
        JsonNode node = object.path(name);
        if (absent(node)) {
            return null;
        }
        if (!node.isObject()) {
            refuse(name, "hotline.wrong.object");
            return null;
        }
        return new Body(node, before + name + ".", wrong);
    }

    void refuse(String name, String key, Object... arguments) {
        wrong.add(new Reason(before + name, key, List.of(arguments)));
    }

    private static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
