package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a model names has a name in both languages, and each of its tasks has one in the lists. */
class NamesTests {

    private static final Pattern NAMED =
            Pattern.compile("<bpmn:(\\w+) [^<>]*?\\bid=\"([^\"]+)\"[^<>]*?\\bname=\"([^\"]+)\"");

    /** What an item is called in the lists, by its process; the other processes call all of theirs the same. */
    private static final Map<String, String> LISTED =
            Map.of("complaint", "complaint.subject.", "complaint-review", "review.subject.");

    static Stream<String> processes() throws IOException {
        try (Stream<Path> models = Files.list(Path.of("processes"))) {
            return models
                    .map(model -> model.getFileName().toString())
                    .filter(model -> model.endsWith(".bpmn"))
                    .map(model -> model.substring(0, model.length() - ".bpmn".length()))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyStepHasANameInBothLanguages(String process) throws Exception {
        each(process, (id, name) -> {
            String key = "course." + process + "." + id;
            assertThat(text("course", key, Locale.CHINESE)).as(key).isEqualTo(name);
            assertThat(text("course", key, Locale.ENGLISH)).as(key).isNotBlank().doesNotContainPattern("\\p{IsHan}");
        });
        String listed = LISTED.get(process);
        if (listed != null) {
            each(process, (id, name) -> {
                if (id.startsWith("Task_")) {
                    String bundle = listed.substring(0, listed.indexOf('.'));
                    assertThat(text(bundle, listed + id, Locale.CHINESE)).isNotBlank();
                    assertThat(text(bundle, listed + id, Locale.ENGLISH)).doesNotContainPattern("\\p{IsHan}");
                }
            });
        }
    }

    private static void each(String process, BiConsumer<String, String> found) throws Exception {
        Matcher named = NAMED.matcher(Files.readString(Path.of("processes", process + ".bpmn")));
        int tasks = 0;
        while (named.find()) {
            if (!named.group(1).equals("process") && !named.group(1).equals("message")) {
                found.accept(named.group(2), named.group(3));
            }
            tasks += named.group(1).equals("userTask") ? 1 : 0;
        }
        assertThat(tasks).as("tasks of " + process).isPositive();
    }

    private static String text(String bundle, String key, Locale locale) {
        ResourceBundle.Control exact =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT);
        return ResourceBundle.getBundle("messages/" + bundle, locale, exact).getString(key);
    }
}
