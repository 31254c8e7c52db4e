package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qipan.directory.Roles;

class MessagesTests {

    private static final Path MESSAGES = ProjectFiles.RESOURCES.resolve("messages");
    private static final Path TEMPLATES = ProjectFiles.RESOURCES.resolve("templates");
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z0-9][a-zA-Z0-9._-]*[a-zA-Z0-9])[}(]");
    private static final Pattern LONE_QUOTE = Pattern.compile("(?<!')'(?!')");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(ProjectFiles.below(MESSAGES, "_en.properties")).isNotEmpty();
        assertThat(problems(MESSAGES)).isEmpty();
    }

    /** A list of roles is chosen from where no unit stands beside them, and a sheet of people names them by these words. */
    @Test
    void noTwoRolesHaveTheSameName() {
        for (String name : List.of("directory.properties", "directory_en.properties")) {
            Properties texts = read(MESSAGES.resolve(name));
            assertThat(Roles.ALL.stream().map(role -> texts.getProperty("directory.role." + role)))
                    .as(name)
                    .doesNotContainNull()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void everyTextATemplateAsksForExists() {
        assertThat(missing(TEMPLATES, MESSAGES)).isEmpty();
    }

    @Test
    void noticesAMissingTranslationAnEmptyTextAQuoteAndAnUnknownKey(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("x.properties"), "x.a=甲\nx.b=乙\nx.c=\nx.a=丙\n");
        Files.writeString(folder.resolve("x_en.properties"), "x.a=A\nx.c=it's {0}\n");
        Files.writeString(folder.resolve("x.html"), "<p th:text=\"#{x.a}\"></p><p th:text=\"#{x.none(1)}\"></p>");
        assertThat(problems(folder))
                .containsExactlyInAnyOrder(
                        "x.a is twice in x.properties",
                        "x.b only in x.properties",
                        "x.c is empty in x.properties",
                        "x.c has a lone quote in x_en.properties");
        assertThat(missing(folder, folder)).containsExactly("x.html: x.none");
    }

    private static List<String> problems(Path folder) {
        List<String> problems = new ArrayList<>();
        Map<String, String> owners = new HashMap<>();
        for (Path file : ProjectFiles.below(folder, ".properties")) {
            String name = file.getFileName().toString();
            Path twin = file.resolveSibling(
                    name.endsWith("_en.properties")
                            ? name.replace("_en.properties", ".properties")
                            : name.replace(".properties", "_en.properties"));
            Properties texts = read(file);
            twice(file).forEach(key -> problems.add(key + " is twice in " + name));
            Properties other = Files.exists(twin) ? read(twin) : new Properties();
            for (String key : new TreeSet<>(texts.stringPropertyNames())) {
                String text = texts.getProperty(key);
                if (!other.containsKey(key)) {
                    problems.add(key + " only in " + name);
                }
                if (text.isBlank()) {
                    problems.add(key + " is empty in " + name);
                }
                // MessageFormat swallows a lone quote and with it the arguments behind
                if (text.contains("{0}") && LONE_QUOTE.matcher(text).find()) {
                    problems.add(key + " has a lone quote in " + name);
                }
                String owner = name.replace("_en", "");
                if (!owners.computeIfAbsent(key, k -> owner).equals(owner)) {
                    problems.add(key + " is in " + owners.get(key) + " and in " + owner);
                }
            }
        }
        return problems;
    }

    /** Of two the last one counts, and nobody sees it. */
    private static List<String> twice(Path file) {
        Set<String> seen = new HashSet<>();
        return ProjectFiles.text(file)
                .lines()
                .filter(line -> line.indexOf('=') > 0 && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .filter(key -> !seen.add(key))
                .toList();
    }

    private static List<String> missing(Path templates, Path messages) {
        Properties known = new Properties();
        ProjectFiles.below(messages, ".properties").forEach(file -> known.putAll(read(file)));
        List<String> missing = new ArrayList<>();
        for (Path template : ProjectFiles.below(templates, ".html")) {
            KEY.matcher(ProjectFiles.text(template))
                    .results()
                    .map(match -> match.group(1))
                    .filter(key -> !known.containsKey(key))
                    .forEach(key -> missing.add(template.getFileName() + ": " + key));
        }
        return missing;
    }

    private static Properties read(Path file) {
        Properties texts = new Properties();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
