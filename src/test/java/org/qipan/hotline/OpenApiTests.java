package org.qipan.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qipan.filing.Contact;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/** The description that callers program after says what the program does: a field, an address or a status in one of them alone fails. */
class OpenApiTests {

    private static final Map<String, Class<? extends Record>> SCHEMAS = Map.of(
            "HandOver", HandOver.class,
            "Contact", Contact.class,
            "Taken", HotlineController.Taken.class,
            "Standing", Standing.class,
            "Step", Standing.Step.class,
            "Part", Standing.Part.class,
            "Changed", Callback.Changed.class,
            "Wrong", Faults.Wrong.class);

    private final ApiText api = new ApiText();

    OpenApiTests() throws IOException {}

    @Test
    void namesExactlyTheFieldsOfTheRecords() {
        SCHEMAS.forEach((schema, type) -> assertThat(
                        api.fields(schema).stream().map(ApiText.Field::name).toList())
                .as(schema)
                .containsExactlyElementsOf(Arrays.stream(type.getRecordComponents())
                        .map(component -> component.getName())
                        .toList()));
    }

    @Test
    void requiresExactlyWhatCannotBeNull() {
        for (String schema : List.of("Taken", "Standing", "Step", "Part", "Changed", "Wrong")) {
            Set<String> always = new TreeSet<>();
            for (var component : SCHEMAS.get(schema).getRecordComponents()) {
                if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    always.add(component.getName());
                }
            }
            assertThat(required(schema)).as(schema).containsExactlyInAnyOrderElementsOf(always);
        }
    }

    @Test
    void namesExactlyTheAddressesOfTheController() {
        Map<String, Set<String>> mapped = new TreeMap<>();
        for (Method method : HotlineController.class.getDeclaredMethods()) {
            var mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
            if (mapping != null && mapping.method().length > 0) {
                mapped.computeIfAbsent("/api/v1" + mapping.path()[0], path -> new TreeSet<>())
                        .add(mapping.method()[0].name().toLowerCase(java.util.Locale.ROOT));
            }
        }
        Map<String, Set<String>> described = new TreeMap<>();
        api.at("paths")
                .forEach((path, methods) -> described.put(path, new TreeSet<>(((Map<String, ?>) methods).keySet())));
        assertThat(described).isEqualTo(mapped);
    }

    @Test
    void namesEveryStatusAndNoOther() {
        Set<String> taking = new TreeSet<>(Set.of("201"));
        Set<String> reading = new TreeSet<>(Set.of("200"));
        for (Fault fault : Fault.values()) {
            String status = String.valueOf(fault.status().value());
            if (fault != Fault.MISSING) {
                taking.add(status);
            }
            if (!Set.of(Fault.UNREADABLE, Fault.KNOWN, Fault.LARGE, Fault.MEDIA, Fault.INVALID, Fault.REUSED)
                    .contains(fault)) {
                reading.add(status);
            }
        }
        assertThat(api.at("paths", "/api/v1/complaints", "post", "responses").keySet())
                .containsExactlyInAnyOrderElementsOf(taking);
        assertThat(api.at("paths", "/api/v1/complaints/{reference}", "get", "responses")
                        .keySet())
                .containsExactlyInAnyOrderElementsOf(reading);
    }

    @Test
    void namesTheLimitsThatAreKept() {
        Map<String, Object> limits = new HashMap<>();
        limits.put(
                "words",
                api.at("components", "schemas", "HandOver", "properties", "words")
                        .get("maxLength"));
        limits.put(
                "people",
                api.at("components", "schemas", "HandOver", "properties", "people")
                        .get("maximum"));
        limits.put(
                "hidden",
                api.at("components", "schemas", "HandOver", "properties", "hidden")
                        .get("maxItems"));
        limits.put(
                "modes",
                api.at("components", "schemas", "HandOver", "properties", "mode")
                        .get("enum"));
        limits.put(
                "number",
                api.at("components", "schemas", "HandOver", "properties", "outsideNumber")
                        .get("pattern"));
        limits.put(
                "unit",
                api.at("components", "schemas", "HandOver", "properties", "place")
                        .get("pattern"));
        limits.put(
                "line",
                api.at("components", "schemas", "Contact", "properties", "name").get("maxLength"));
        assertThat(limits)
                .containsEntry("words", BodyReader.WORDS)
                .containsEntry("people", BodyReader.PEOPLE)
                .containsEntry("hidden", BodyReader.HIDDEN)
                .containsEntry("modes", BodyReader.MODES)
                .containsEntry("number", "^" + BodyReader.NUMBER + "$")
                .containsEntry("unit", "^" + BodyReader.UNIT + "$")
                .containsEntry("line", BodyReader.LINE);
        assertThat(api.text()).contains(BodyReader.LARGEST + " bytes");
    }

    private List<String> required(String schema) {
        return ((List<?>) api.at("components", "schemas", schema).get("required"))
                .stream().map(String::valueOf).toList();
    }
}
