package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizeBudgetTests {

    private static final int JAVA = 200;
    private static final int TEMPLATE = 100;

    @Test
    void javaFilesStayReadableInOneGo() {
        assertThat(ProjectFiles.below(Path.of("src/main/java"), ".java")).isNotEmpty();
        assertThat(over(Path.of("src/main/java"), ".java", JAVA)).isEmpty();
    }

    @Test
    void templatesStayReadableInOneGo() {
        assertThat(over(ProjectFiles.RESOURCES.resolve("templates"), ".html", TEMPLATE))
                .isEmpty();
    }

    @Test
    void noticesAFileThatGrewTooLong(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Long.java"), "\n".repeat(JAVA + 1));
        Files.writeString(folder.resolve("Fits.java"), "\n".repeat(JAVA));
        assertThat(over(folder, ".java", JAVA)).containsExactly("Long.java: 201 lines");
    }

    private static List<String> over(Path folder, String ending, int most) {
        return ProjectFiles.below(folder, ending).stream()
                .filter(file -> lines(file) > most)
                .map(file -> file.getFileName() + ": " + lines(file) + " lines")
                .toList();
    }

    private static long lines(Path file) {
        return ProjectFiles.text(file).lines().count();
    }
}
