package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateRulesTests {

    private static final Map<String, Pattern> FORBIDDEN = Map.of(
            "unescaped text", Pattern.compile("th:utext|\\[\\(\\$\\{"),
            "preprocessing of what people typed", Pattern.compile("__\\$\\{"),
            "inline style", Pattern.compile("\\s(?:th:)?style=|<style"),
            "inline script", Pattern.compile("\\son[a-z]+=|<script(?![^>]*src=)|javascript:"),
            "type or bean in an expression", Pattern.compile("\\$\\{[^}]*(?:T\\(|@[a-z])"),
            "a condition that replacing passes over",
                    Pattern.compile("<[^>]*th:(?:if|unless)=[^>]*th:replace=|<[^>]*th:replace=[^>]*th:(?:if|unless)="),
            "text outside the bundles", Pattern.compile("\\p{IsHan}"));
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");

    @Test
    void templatesPrintAndDoNothingElse() {
        assertThat(problems(ProjectFiles.RESOURCES.resolve("templates"))).isEmpty();
    }

    @Test
    void noticesEveryForbiddenThing(@TempDir Path folder) throws java.io.IOException {
        Files.writeString(
                folder.resolve("bad.html"),
                "<p style='x' onclick='x' th:utext='x' th:text='__${x}__' title='${@bean.x}'>汉字</p><p th:if='x' th:replace='x'></p><!-- 汉字 -->");
        assertThat(problems(folder)).hasSize(FORBIDDEN.size());
    }

    private static List<String> problems(Path folder) {
        List<String> problems = new ArrayList<>();
        for (Path template : ProjectFiles.below(folder, ".html")) {
            String text = COMMENT.matcher(ProjectFiles.text(template)).replaceAll("");
            FORBIDDEN.forEach((what, pattern) -> {
                if (pattern.matcher(text).find()) {
                    problems.add(template + ": " + what);
                }
            });
        }
        return problems;
    }
}
