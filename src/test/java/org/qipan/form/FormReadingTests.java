package org.qipan.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qipan.form.FormFixture.FOREIGN;
import static org.qipan.form.FormFixture.MINE;
import static org.qipan.form.FormFixture.complete;
import static org.qipan.form.FormFixture.errors;
import static org.qipan.form.FormFixture.parameters;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qipan.form.Forms.Submission;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.util.MultiValueMap;

class FormReadingTests {

    private final CamundaForms forms = FormFixture.forms();
    private final Form form = FormFixture.everyComponent();

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void turnsEveryComponentIntoAValueOfItsType() {
        Submission submission = forms.read(
                form,
                complete(
                        "phone", "０７６０－８８８８ ８８８８",
                        "mail", "a@b.cn",
                        "room", "B12",
                        "note", "一\r\n二",
                        "count", "１，２３４",
                        "hours", "1.25",
                        "day", "2026年11月21日",
                        "due", "2026-11-30",
                        "at", "09:30",
                        "moment", "2026-11-21T10:05",
                        "unit", "u1",
                        "done", "yes",
                        "street", "民众大道",
                        "places", "market",
                        "people[0].who", "网格员",
                        "people[0]._row", "1",
                        "items[0].value", "3",
                        "files", MINE.toString()),
                Map.of(
                        "units",
                        List.of(Map.of("value", "u1", "label", "新伦村")),
                        "items",
                        List.of(Map.of("item", "横幅"))));
        assertThat(errors(submission)).isEmpty();
        assertThat(submission.values())
                .containsEntry("note", "一\n二")
                .containsEntry("count", new BigDecimal("1234"))
                .containsEntry("hours", new BigDecimal("1.25"))
                .containsEntry("day", LocalDate.of(2026, 11, 21))
                .containsEntry("at", LocalTime.of(9, 30))
                .containsEntry("moment", LocalDateTime.of(2026, 11, 21, 10, 5))
                .containsEntry("unit", "u1")
                .containsEntry("done", "yes")
                .containsEntry("street", "民众大道")
                .containsEntry("places", List.of("market"))
                .containsEntry("told", true)
                .containsEntry("people", List.of(Map.of("who", "网格员", "late", false)))
                .containsEntry("items", List.of(Map.of("value", new BigDecimal("3"))))
                .containsEntry("files", List.of(MINE.toString()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name   | 甲                       | 至少 2 字。
            name   | 一二三四五六七八九十甲   | 最多 10 字，现有 11 字。
            name   | ''                       | 请填写此项。
            phone  | abc                      | 请填写有效的电话号码。
            mail   | a@b                      | 请填写有效的电子邮箱。
            room   | 12                       | 格式不对，请核对。
            count  | 1.5                      | 请填写整数。
            count  | -1                       | 不能小于 0。
            count  | 5001                     | 不能大于 5000。
            count  | 十二                     | 请填写数字，例如 12 或 1,234.5。
            count  | 1e3                      | 请填写数字，例如 12 或 1,234.5。
            hours  | 1.125                    | 小数点后最多 2 位。
            hours  | 1.1                      | 应为 0.25 的倍数。
            day    | 2026-02-30               | 没有这一天，请核对日期。
            day    | 9999-01-01               | 年份应在 1900 至 2100 之间。
            day    | 昨天                     | 请填写日期，例如 2026-11-21。
            due    | 2026-11-20               | 不能早于今天。
            at     | 24:30                    | 请填写时间，例如 09:30。
            moment | 2026-11-21               | 请填写日期和时间，例如 2026-11-21 09:30。
            kind   | forged                   | 请从所列选项中选择。
            unit   | u9                       | 请从所列选项中选择。
            done   | maybe                    | 请从所列选项中选择。
            places | forged                   | 请从所列选项中选择。
            told   | false                    | 请选择此项。
            files  | ../../etc/passwd         | 此文件已不可用，请重新上传。
            """)
    void refusesWhatTheSchemaForbidsAndSaysWhy(String key, String typed, String text) {
        Submission submission = forms.read(form, complete(key, typed));
        assertThat(errors(submission)).containsEntry(key, text).hasSize(1);
        assertThat(submission.values()).doesNotContainKey(key);
        assertThat(submission.typed().get(key)).isIn(typed, List.of(typed));
    }

    @Test
    void speaksTheReadersLanguage() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(errors(forms.read(form, complete("count", "1.5"))))
                .containsEntry("count", "Please enter a whole number.");
    }

    @Test
    void refusesASecondFileOfAnotherPerson() {
        MultiValueMap<String, String> parameters = complete("files", MINE.toString());
        parameters.add("files", FOREIGN.toString());
        assertThat(errors(forms.read(form, parameters))).containsOnlyKeys("files");
    }

    @Test
    void refusesTheSameChoiceTwice() {
        MultiValueMap<String, String> parameters = complete("places", "market");
        parameters.add("places", "market");
        assertThat(errors(forms.read(form, parameters))).containsOnlyKeys("places");
    }

    @Test
    void dropsValuesOfHiddenComponents() {
        Submission submission = forms.read(form, complete("kind", "visit", "other", "偷偷填写", "deep", "更深"));
        assertThat(submission.valid()).isTrue();
        assertThat(submission.values()).doesNotContainKeys("other", "deep");
    }

    @Test
    void aHiddenGroupHidesAllItHolds() {
        assertThat(forms.read(form, complete("done", "no", "street", "民众大道")).values())
                .doesNotContainKey("street");
    }

    @Test
    void demandsWhatAnAnswerOpens() {
        Submission submission = forms.read(form, complete("kind", "other"));
        assertThat(errors(submission)).containsEntry("other", "根据您的回答新增了此问题，请看一看再提交。");
        assertThat(errors(forms.read(form, complete("kind", "other", "other", ""))))
                .containsEntry("other", "请填写此项。");
        assertThat(errors(forms.read(form, complete("kind", "other", "other", "夜校", "deep", ""))))
                .isEmpty();
    }

    @Test
    void ignoresEverythingThatIsNoKeyOfTheForm() {
        Submission submission = forms.read(
                form,
                complete(
                        "orgCode",
                        "442000000000",
                        "status",
                        "CLOSED",
                        "people[0].who",
                        "甲",
                        "people[0].role",
                        "leader",
                        "caseName",
                        "改名"),
                Map.of("caseName", "原名"));
        assertThat(submission.values()).doesNotContainKeys("orgCode", "status", "caseName");
        assertThat(submission.values().get("people")).isEqualTo(List.of(Map.of("who", "甲", "late", false)));
        assertThat(submission.typed()).containsEntry("caseName", "原名").doesNotContainKeys("orgCode", "status");
    }

    @Test
    void keepsTheServersTextsInGivenRows() {
        Submission submission = forms.read(
                form,
                complete("items[0].item", "改过", "items[0].value", "x", "items[7].value", "9"),
                Map.of("items", List.of(Map.of("item", "横幅"), Map.of("item", "广播"))));
        assertThat(errors(submission)).containsOnlyKeys("items[0].value");
        assertThat(submission.typed().get("items").toString())
                .contains("横幅", "广播")
                .doesNotContain("改过");
    }

    @Test
    void readsRowsAndNamesTheRowThatIsWrong() {
        Submission submission = forms.read(
                form,
                complete("people[3].who", "甲", "people[5].who", "", "people[5].late", "true", "people[5].why", ""));
        assertThat(errors(submission)).containsOnlyKeys("people[1].who", "people[1].why");
    }

    @Test
    void leavesOutRowsInWhichNothingWasTyped() {
        Submission submission =
                forms.read(form, complete("people[0]._row", "1", "people[0].who", " ", "people[1].who", "乙"));
        assertThat(errors(submission)).isEmpty();
        assertThat((List<?>) submission.values().get("people")).hasSize(1);
    }

    @Test
    void refusesMoreRowsThanTheFormAllows() {
        Submission submission = forms.read(
                form, complete("people[0].who", "甲", "people[1].who", "乙", "people[2].who", "丙", "people[3].who", "丁"));
        assertThat(errors(submission)).containsEntry("people", "最多 3 项。");
    }

    @Test
    void addsAndRemovesRowsWithoutAccepting() {
        Submission more = forms.read(form, parameters("people[0].who", "甲", "_add", "people"));
        assertThat(more.valid()).isFalse();
        assertThat(more.errors()).isEmpty();
        assertThat((List<?>) more.typed().get("people")).hasSize(2);
        Submission fewer =
                forms.read(form, parameters("people[0].who", "甲", "people[1].who", "乙", "_remove", "people[0]"));
        assertThat(fewer.typed().get("people")).isEqualTo(List.of(Map.of("who", "乙")));
    }

    @Test
    void holdsConditionsAcrossFields() {
        assertThat(errors(forms.read(form, complete("day", "2026-12-10", "due", "2026-12-01"))))
                .containsOnlyKeys("due");
        assertThat(errors(forms.read(form, complete("day", "2026-12-01", "due", "2026-12-10"))))
                .isEmpty();
    }

    @Test
    void readsTheSameFromJson() {
        Submission submission = forms.read(
                form,
                Map.of(
                        "name",
                        "联系人",
                        "told",
                        true,
                        "count",
                        12,
                        "places",
                        List.of("market"),
                        "people",
                        List.of(Map.of("who", "甲"))));
        assertThat(errors(submission)).isEmpty();
        assertThat(submission.values())
                .containsEntry("count", new BigDecimal("12"))
                .containsEntry("told", true);
    }

    @Test
    void survivesJsonOfTheWrongShape() {
        Submission submission = forms.read(form, Map.of("name", Map.of("a", 1), "people", "no list", "places", 3));
        assertThat(errors(submission)).containsKeys("places", "told");
    }

    @Test
    void choicesNeverComeFromTheSubmissionItself() {
        assertThat(errors(forms.read(form, complete("unit", "u1", "units", "u1"))))
                .containsOnlyKeys("unit");
    }
}
