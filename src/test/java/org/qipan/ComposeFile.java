package org.qipan;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;

/** {@code docker-compose.yml} as Compose reads it: anchors merged, variables put in. */
final class ComposeFile {

    private static final Path FILE = Path.of("docker-compose.yml");
    private static final Path EXAMPLE = Path.of(".env.example");

    private final Map<String, Object> file;

    private ComposeFile(Map<String, Object> file) {
        this.file = file;
    }

    /** As it stands, nothing put in. */
    static ComposeFile raw() {
        return new ComposeFile(map(new Yaml().load(ProjectFiles.text(FILE))));
    }

    /** @param variables what an {@code .env} file would say */
    static ComposeFile with(Map<String, String> variables) {
        return new ComposeFile(map(resolved(raw().file, variables)));
    }

    /** Names in the example of an {@code .env} file, with the values it proposes. */
    static Map<String, String> example() {
        Map<String, String> variables = new TreeMap<>();
        ProjectFiles.text(EXAMPLE)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .forEach(pair -> variables.put(pair[0], pair[1]));
        return variables;
    }

    Map<String, Object> services() {
        return map(file.get("services"));
    }

    Map<String, Object> service(String name) {
        return map(services().get(name));
    }

    Map<String, String> environment(String service) {
        Map<String, String> environment = new TreeMap<>();
        map(service(service).get("environment")).forEach((name, value) -> environment.put(name, String.valueOf(value)));
        return environment;
    }

    /** Files and folders of this project that a service sees. */
    List<String> volumes(String service) {
        return list(service(service).get("volumes"));
    }

    /** What is run to ask a service for its health, program and arguments. */
    List<String> healthCheck(String service) {
        List<String> test = list(map(service(service).get("healthcheck")).get("test"));
        return test.subList(1, test.size()).stream()
                .map(part -> part.replace("$$", "$"))
                .toList();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<String> list(Object value) {
        return (List<String>) value;
    }

    private static Object resolved(Object value, Map<String, String> variables) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, inner) -> copy.put(String.valueOf(key), resolved(inner, variables)));
            return copy;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(inner -> resolved(inner, variables)).toList();
        }
        return value instanceof String text ? put(text, variables) : value;
    }

    /** <code>${A}</code>, <code>${A:-else}</code>, <code>${A:?}</code> and <code>${A:+then}</code>, one in another. */
    static String put(String text, Map<String, String> variables) {
        int start = text.indexOf("${");
        if (start < 0) {
            return text;
        }
        int end = start + 2;
        for (int depth = 1; depth > 0; end++) {
            depth += text.charAt(end) == '}' ? -1 : text.charAt(end) == '{' ? 1 : 0;
        }
        String inside = text.substring(start + 2, end - 1);
        int operator = inside.indexOf(':');
        String name = operator < 0 ? inside : inside.substring(0, operator);
        String rest = operator < 0 ? "" : inside.substring(operator + 2);
        String value = variables.getOrDefault(name, "");
        String result = switch (operator < 0 ? ' ' : inside.charAt(operator + 1)) {
            case '-' -> value.isEmpty() ? put(rest, variables) : value;
            case '+' -> value.isEmpty() ? "" : put(rest, variables);
            case '?' -> required(name, value);
            default -> value;
        };
        return text.substring(0, start) + result + put(text.substring(end), variables);
    }

    private static String required(String name, String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }
}
