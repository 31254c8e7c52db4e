package org.qipan.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What came in, cut down to the keys of the form: {@code String}, {@code List<String>} or, for dynamic lists, {@code List<Map>}. A key that
 * was not on the page is absent; everything else of the request is dropped here and never seen again.
 */
final class Answers {

    /** Says that a row, or a component browsers are silent about, was on the page. */
    static final String MARK = "_";

    static final String ROW_MARK = "_row";
    private static final int MOST_ROWS = 200;

    private Answers() {}

    static Map<String, Object> of(List<Component> components, MultiValueMap<String, String> parameters, String prefix) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (Component component : components) {
            String key = component.key();
            if (key == null) {
                answers.putAll(of(component.components(), parameters, prefix));
                continue;
            }
            List<String> values = parameters.getOrDefault(prefix + key, List.of()).stream()
                    .filter(value -> value != null)
                    .toList();
            boolean marked = parameters.containsKey(prefix + MARK + key);
            if (component.type().equals("dynamiclist")) {
                List<Map<String, Object>> rows = rows(component, parameters, prefix + key);
                if (marked || !rows.isEmpty()) {
                    answers.put(key, rows);
                }
            } else if (component.holdsList() && (marked || !values.isEmpty())) {
                answers.put(key, values.stream().filter(v -> !v.isBlank()).toList());
            } else if (!values.isEmpty()) {
                answers.put(key, values.get(0));
            } else if (marked) {
                answers.put(key, "");
            }
        }
        return answers;
    }

    private static List<Map<String, Object>> rows(
            Component list, MultiValueMap<String, String> parameters, String path) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String name : parameters.keySet()) {
            if (name.startsWith(path + "[")) {
                String number = name.substring(path.length() + 1, Math.max(path.length() + 1, name.indexOf("].")));
                if (number.matches("[0-9]{1,3}")) {
                    numbers.add(Integer.valueOf(number));
                }
            }
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        numbers.stream()
                .limit(MOST_ROWS + 1)
                .forEach(number -> rows.add(of(list.components(), parameters, path + "[" + number + "].")));
        return rows;
    }

    /** The same for values that are no strings yet. */
    static Map<String, Object> of(List<Component> components, Map<?, ?> values) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (Component component : components) {
            String key = component.key();
            if (key == null) {
                answers.putAll(of(component.components(), values));
            } else if (values.containsKey(key)) {
                answers.put(key, answer(component, values.get(key)));
            }
        }
        return answers;
    }

    private static Object answer(Component component, @Nullable Object value) {
        if (component.type().equals("dynamiclist")) {
            List<Map<String, Object>> rows = new ArrayList<>();
            items(value).stream()
                    .limit(MOST_ROWS + 1)
                    .forEach(row ->
                            rows.add(of(component.components(), row instanceof Map<?, ?> map ? map : Map.of())));
            return rows;
        }
        if (component.holdsList()) {
            return items(value).stream()
                    .map(Answers::text)
                    .filter(v -> !v.isBlank())
                    .toList();
        }
        return text(value);
    }

    private static Collection<?> items(@Nullable Object value) {
        return value instanceof Collection<?> items ? items : value == null ? List.of() : List.of(value);
    }

    static String text(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value == null ? "" : value.toString();
    }

    static String string(Map<String, Object> answers, @Nullable String key) {
        return key != null && answers.get(key) instanceof String text ? text : "";
    }

    static List<String> strings(Map<String, Object> answers, @Nullable String key) {
        return key != null && answers.get(key) instanceof List<?> items
                ? items.stream().map(Answers::text).toList()
                : List.of();
    }

    @SuppressWarnings("unchecked") // rows are made above, and only there
    static List<Map<String, Object>> rows(Map<String, Object> answers, @Nullable String key) {
        return key != null && answers.get(key) instanceof List<?> rows ? (List<Map<String, Object>>) rows : List.of();
    }

    /** A row in which nothing was typed is no row. */
    static boolean blank(Map<String, Object> row) {
        return row.values().stream()
                .allMatch(v ->
                        v instanceof String text ? text.isBlank() || text.equals("false") : ((List<?>) v).isEmpty());
    }

    /** Carries out {@code _add=list} and {@code _remove=list[2]}. */
    static void change(Map<String, Object> answers, MultiValueMap<String, String> parameters) {
        String add = parameters.getFirst("_add");
        if (add != null && answers.get(add) instanceof List<?>) {
            List<Map<String, Object>> rows = rows(answers, add);
            if (rows.size() < MOST_ROWS) {
                rows.add(new LinkedHashMap<>());
            }
        }
        String remove = parameters.getFirst("_remove");
        if (remove != null && remove.matches("[^\\[]+\\[[0-9]{1,3}]")) {
            List<Map<String, Object>> rows = rows(answers, remove.substring(0, remove.indexOf('[')));
            int number = Integer.parseInt(remove.substring(remove.indexOf('[') + 1, remove.length() - 1));
            if (number < rows.size()) {
                rows.remove(number);
            }
        }
    }
}
