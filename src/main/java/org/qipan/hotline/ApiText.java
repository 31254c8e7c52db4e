package org.qipan.hotline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code openapi.yaml}: written by hand, given out as it is, and read for the page about it. */
@Component
class ApiText {

    private final String text;
    private final Map<String, Object> root;

    ApiText() throws IOException {
        text = new ClassPathResource("hotline/openapi.yaml").getContentAsString(StandardCharsets.UTF_8);
        root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }

    String text() {
        return text;
    }

    /** One field of a schema. @param kind its type, or the values it may have */
    record Field(String name, String kind, boolean required, String meaning) {}

    List<Field> fields(String schema) {
        Map<String, Object> described = at("components", "schemas", schema);
        Object required = described.get("required");
        return map(described, "properties").entrySet().stream()
                .map(entry -> {
                    Map<String, Object> field = map(entry.getValue());
                    return new Field(
                            entry.getKey(),
                            kind(field),
                            required instanceof List<?> names && names.contains(entry.getKey()),
                            String.valueOf(field.getOrDefault("description", "")));
                })
                .toList();
    }

    /** What stands below these names, one in the other. */
    Map<String, Object> at(String... names) {
        Map<String, Object> found = root;
        for (String name : names) {
            found = map(found, name);
        }
        return found;
    }

    private static String kind(Map<String, Object> field) {
        Object values = field.get("enum");
        if (values instanceof List<?> list) {
            return String.join(" | ", list.stream().map(String::valueOf).toList());
        }
        Object limit = field.getOrDefault("maxLength", field.getOrDefault("pattern", field.get("format")));
        Object type = field.getOrDefault("type", "object");
        return limit == null ? String.valueOf(type) : type + " " + (limit instanceof Integer ? "≤ " + limit : limit);
    }

    private static Map<String, Object> map(Map<String, Object> from, String name) {
        return map(from.getOrDefault(name, Map.of()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
