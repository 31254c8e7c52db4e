package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The seeds' enforcement of birth control was repealed in 2021: no field, label, table or form of it comes back, whatever the wording. */
class ForbiddenVocabularyTests {

    private static final Path LISTS = Path.of("src/test/resources");
    private static final List<String> WORDS = entries(LISTS.resolve("forbidden-vocabulary.txt"));
    private static final List<Allowed> ALLOWED = entries(LISTS.resolve("forbidden-vocabulary-allowed.txt")).stream()
            .map(line -> line.split("\t"))
            .map(cells -> new Allowed(cells[0], cells[1], cells[2]))
            .toList();

    @Test
    void appearsNowhere() {
        assertThat(WORDS).hasSizeGreaterThan(50);
        assertThat(scanned()).isNotEmpty();
        assertThat(scanned().stream().flatMap(ForbiddenVocabularyTests::found))
                .filteredOn(hit -> ALLOWED.stream().noneMatch(allowed -> allowed.covers(hit)))
                .isEmpty();
    }

    @Test
    void everyExceptionIsStillNeededAndGivesItsReason() {
        List<Hit> hits =
                scanned().stream().flatMap(ForbiddenVocabularyTests::found).toList();
        assertThat(ALLOWED).allSatisfy(allowed -> {
            assertThat(allowed.reason()).hasSizeGreaterThan(10);
            assertThat(hits).anyMatch(allowed::covers);
        });
    }

    @Test
    void noticesAWordInsideAForm(@TempDir Path folder) throws IOException {
        Path form = Files.writeString(folder.resolve("bad.form"), "{\"label\":\"孕情核查\",\"key\":\"Pregnancy\"}");
        assertThat(found(form)).extracting(Hit::word).containsExactlyInAnyOrder("孕情", "pregnan");
    }

    private static List<Path> scanned() {
        List<Path> files = new ArrayList<>();
        files.addAll(ProjectFiles.below(Path.of("processes"), ""));
        files.addAll(ProjectFiles.below(Path.of("forms"), ""));
        for (String folder : List.of("db", "messages", "templates", "static")) {
            files.addAll(ProjectFiles.below(ProjectFiles.RESOURCES.resolve(folder), ""));
        }
        return files;
    }

    private static Stream<Hit> found(Path file) {
        String text = ProjectFiles.text(file).toLowerCase(Locale.ROOT);
        return WORDS.stream().filter(text::contains).map(word -> new Hit(file.toString(), word));
    }

    private static List<String> entries(Path file) {
        return ProjectFiles.text(file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private record Hit(String path, String word) {}

    private record Allowed(String path, String word, String reason) {
        boolean covers(Hit hit) {
            return hit.path().equals(path) && hit.word().equals(word);
        }
    }
}
