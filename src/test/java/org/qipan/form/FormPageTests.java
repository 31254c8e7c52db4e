package org.qipan.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qipan.form.FormFixture.MINE;
import static org.qipan.form.FormFixture.complete;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormPageTests {

    private final CamundaForms forms = FormFixture.forms();
    private final Form form = FormFixture.everyComponent();

    private String print(FormView view) {
        return Pages.print(FormFixture.messages(), "form/_form", Map.of("view", view));
    }

    private String print(Map<String, ?> values) {
        return print(forms.view(form, values, Map.of(), List.of()));
    }

    @Test
    void showsEveryComponentWithItsLabel() {
        String page = print(Map.of(
                "past", List.of(Map.of("day", "2026-11-01", "what", "走访")),
                "units", List.of(Map.of("value", "u1", "label", "新伦村")),
                "items", List.of(Map.of("item", "横幅"))));
        assertThat(page)
                .contains("<h3>走访记录</h3>", "请如实填写。", "&lt;b&gt;x&lt;/b&gt;")
                .contains("for=\"f-name\"", "id=\"f-name\"", "（必填）", "最多 20 字")
                .contains("type=\"date\"", "type=\"time\"", "type=\"datetime-local\"", "type=\"tel\"", "type=\"email\"")
                .contains("<option value=\"u1\">新伦村</option>")
                .contains("name=\"places\" value=\"factory\"", "name=\"_places\"")
                .contains("name=\"people[0].who\"", "name=\"people[0]._row\"", "name=\"people[0]._late\"")
                .contains("name=\"items[0].item\" value=\"横幅\"", "readonly=\"readonly\"")
                .contains("<td>2026-11-01</td>", "<th scope=\"col\">内容</th>")
                .contains("照片.jpg", "value=\"" + MINE + "\"")
                .doesNotContain("name=\"other\"")
                .doesNotContain("style=", "onclick", "th:");
    }

    @Test
    void asksAgainWhatAnAnswerOpensAndKeepsAllThatWasTyped() {
        Forms.Submission submission =
                forms.read(form, complete("kind", "other", "count", "1，2x", "people[0].who", "甲"));
        String page = print(forms.view(form, submission.typed(), Map.of(), submission.errors()));
        assertThat(page)
                .contains("name=\"other\"", "value=\"1，2x\"", "value=\"甲\"")
                .contains(
                        "href=\"#f-count\"",
                        "id=\"f-count-error\"",
                        "aria-describedby=\"f-count-error\"",
                        "aria-invalid=\"true\"")
                .contains("有 2 处需要修改：");
    }

    @Test
    void saysWhereAPrefilledValueComesFrom() {
        FormView view = forms.view(form, Map.of("count", 12), Map.of("count", "工作记录 3 条"), List.of());
        assertThat(print(view)).contains("来源：工作记录 3 条", "value=\"12\"", "aria-describedby=\"f-count-source\"");
    }

    @Test
    void everyInputHasALabelOfItsOwn() {
        String page = print(Map.of("kind", "other", "people", List.of(Map.of("who", "甲"), Map.of("late", true))));
        var ids = java.util.regex.Pattern.compile(
                        "<(?:input|select|textarea) class=\"form-(?:control|select)[^>]* id=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(ids).hasSizeGreaterThan(10).doesNotHaveDuplicates();
        assertThat(ids).allSatisfy(id -> assertThat(page).contains("for=\"" + id + "\""));
        assertThat(ids).contains("f-people-1--why").doesNotContain("f-people-0--why");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onfocus='alert(1)",
                "\" autofocus onfocus=alert(1) x=\"",
                "<svg/onload=alert(1)>",
                "javascript:alert(1)",
                "</textarea><script>alert(1)</script>",
                "\" hx-on:click=\"alert(1)",
                "<div data-hx-get=/x>",
                "${7*7}",
                "__${T(java.lang.Runtime).getRuntime()}__",
                "[[${7*7}]]",
                "#{form.required}",
                "＜script＞alert(1)＜/script＞"
            })
    void hostileTextIsOnlyText(String hostile) {
        String page = print(forms.view(
                form,
                Map.of(
                        "name",
                        hostile,
                        "note",
                        hostile,
                        "caseName",
                        hostile,
                        "people",
                        List.of(Map.of("who", hostile)),
                        "past",
                        List.of(Map.of("day", hostile)),
                        "units",
                        List.of(Map.of("value", hostile, "label", hostile))),
                Map.of("name", hostile),
                List.of(new Forms.FieldError("name", hostile))));
        String shown = hostile.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
        assertThat(page)
                .contains(shown)
                .doesNotContain("<script", "<img", "<svg", "<div data-hx")
                .doesNotContain("\" hx-on", "\" autofocus", "' onfocus", "49");
        assertThat(page.split(java.util.regex.Pattern.quote(shown), -1)).hasSizeGreaterThanOrEqualTo(8);
    }
}
