package org.qipan.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qipan.PageTest;
import org.qipan.TestDatabase;
import org.qipan.audit.Actor;
import org.qipan.audit.Audit;
import org.qipan.audit.CurrentActor;
import org.springframework.context.annotation.Bean;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

class CalendarPageTests {

    private static PageTest pages;

    @BeforeAll
    static void start() {
        pages = PageTest.of(
                TestDatabase.fresh(),
                CalendarController.class,
                CalendarDayController.class,
                CalendarDays.class,
                WorkCalendar.class,
                CalendarEdits.class,
                CalendarSeed.class,
                Deadlines.class,
                Audit.class,
                Someone.class);
    }

    @Test
    void marksRestDaysAndShiftedDaysByWordToEveryReader() throws Exception {
        String html = page("village-worker", get("/calendar?year=2026"));

        assertThat(html).contains("2026年", "休 春节", "班 国庆节", "全年 248 个工作日");
        assertThat(html).doesNotContain("/calendar/days/", "/calendar/import", "id=\"provisional\"");
    }

    @Test
    void saysThatAnUnpublishedYearIsProvisional() throws Exception {
        assertThat(page("village-worker", get("/calendar?year=2030"))).contains("id=\"provisional\"");
        assertThat(page("village-worker", get("/calendar?year=2030").locale(Locale.ENGLISH)))
                .contains("not published yet");
    }

    @Test
    void hidesYearsBeyondReason() throws Exception {
        pages.mvc()
                .perform(get("/calendar?year=999999999").with(user("x").roles("system-admin")))
                .andExpect(status().isNotFound());
    }

    @Test
    void letsOnlyTheSystemAdministratorChangeIt() throws Exception {
        for (var request : List.of(
                get("/calendar/days/2026-11-25"),
                post("/calendar/days/2026-11-25").param("kind", "holiday").param("name", "x"),
                get("/calendar/import"),
                multipart("/calendar/import").file("file", new byte[0]).param("year", "2027"),
                post("/calendar/import/confirmation")
                        .param("year", "2027")
                        .param("version", "1")
                        .param("text", "2027-01-01,holiday,x"))) {
            for (String role : List.of("township-leader", "audit-admin", "security-admin")) {
                pages.mvc()
                        .perform(request.with(csrf()).with(user("x").roles(role)))
                        .andExpect(status().isForbidden());
            }
        }
    }

    @Test
    void savesADayAndSendsBackToItsYear() throws Exception {
        assertThat(page("system-admin", get("/calendar/days/2026-11-26"))).contains("value=\"usual\" checked");
        pages.mvc()
                .perform(post("/calendar/days/2026-11-26")
                        .param("kind", "holiday")
                        .param("name", "台风停工")
                        .with(csrf())
                        .with(user("x").roles("system-admin")))
                .andExpect(redirectedUrl("/calendar?year=2026"));

        assertThat(pages.bean(WorkCalendar.class).isWorkingDay(LocalDate.of(2026, 11, 26)))
                .isFalse();
        assertThat(page("system-admin", get("/calendar?year=2026"))).contains("休 台风停工");
    }

    @Test
    void asksForANameAndKeepsWhatWasChosen() throws Exception {
        assertThat(page(
                        "system-admin",
                        post("/calendar/days/2026-11-27")
                                .param("kind", "workday")
                                .param("name", " ")))
                .contains("请填写名称", "value=\"workday\" checked");
    }

    @Test
    void refusesANameThatQipanDoesNotUseHoweverItComesIn() throws Exception {
        assertThat(page(
                        "system-admin",
                        post("/calendar/days/2026-11-28")
                                .param("kind", "holiday")
                                .param("name", "清查日")))
                .contains("“清查”不用于名称", "value=\"清查日\"");
        String csv = "2028-01-01,holiday,元旦\n2028-01-03,holiday,清查日";
        assertThat(page(
                        "system-admin",
                        multipart("/calendar/import")
                                .file("file", csv.getBytes(StandardCharsets.UTF_8))
                                .param("year", "2028")))
                .contains("名称里有本系统不使用的词")
                .doesNotContain("/calendar/import/confirmation");
        CalendarEdits edits = pages.bean(CalendarEdits.class);
        long version = edits.preview(2028, csv).version();
        assertThatThrownBy(() -> edits.apply(2028, csv, version, new Actor(null, "system-admin")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(pages.bean(CalendarDays.class).read().all()).doesNotContainKey(LocalDate.of(2026, 11, 28));
    }

    @Test
    void importsAYearAfterThePreview() throws Exception {
        String csv = "2029-01-01,holiday,元旦\n2029-01-06,workday,元旦";
        String preview = page(
                "system-admin",
                multipart("/calendar/import")
                        .file("file", csv.getBytes(StandardCharsets.UTF_8))
                        .param("year", "2029"));
        assertThat(preview).contains("文件共 2 天，将改动 2 天", "休 元旦", "班 元旦");
        String version = preview.replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");

        pages.mvc()
                .perform(post("/calendar/import/confirmation")
                        .param("year", "2029")
                        .param("version", version)
                        .param("text", csv)
                        .with(csrf())
                        .with(user("x").roles("system-admin")))
                .andExpect(redirectedUrl("/calendar?year=2029"));
        assertThat(pages.bean(WorkCalendar.class).isWorkingDay(LocalDate.of(2029, 1, 6)))
                .isTrue();

        assertThat(page(
                        "system-admin",
                        post("/calendar/import/confirmation")
                                .param("year", "2029")
                                .param("version", version)
                                .param("text", "2029-01-01,holiday,元旦")))
                .contains("id=\"changed\"", "班 元旦");
    }

    @Test
    void listsLineColumnAndReasonInsteadOfAConfirmation() throws Exception {
        assertThat(page(
                        "system-admin",
                        multipart("/calendar/import")
                                .file(
                                        "file",
                                        "2028-01-01,holiday,元旦\n2028-02-30,holiday,x".getBytes(StandardCharsets.UTF_8))
                                .param("year", "2028")))
                .contains("<td>2</td>", "2028-02-30", "且确有这一天")
                .doesNotContain("/calendar/import/confirmation");
    }

    @ParameterizedTest
    @EnumSource(Lamp.class)
    void printsEachLampAsShapeAndWord(Lamp lamp) {
        String key = lamp == Lamp.NORMAL ? "left" : lamp == Lamp.DUE_SOON ? "left-few" : lamp.code();
        String html = fragment(
                "components/lamp", "lamp", Map.of("view", new LampView(lamp, "deadline.lamp." + key, 3, 1, true)));

        assertThat(html).contains("/img/icons.svg#" + lamp.icon(), "lamp-" + lamp.code(), "暂定");
        assertThat(html).containsPattern("剩3天<|剩3天（1个工作日）|超3天|停计|已办结").doesNotContain("style=", "??");
    }

    @Test
    void drawsTheRulerWithoutInlineStyles() {
        Deadlines deadlines = pages.bean(Deadlines.class);
        Term term = deadlines.term(
                PetitionTerms.HANDLING,
                TermTests.at("2026-11-02T10:00:00"),
                List.of(new Pause(TermTests.at("2026-11-05T09:00:00"), TermTests.at("2026-11-08T09:00:00"))),
                new Extension(30, "需要现场核实", "township-leader", TermTests.at("2026-11-18T10:00:00")));
        String html = fragment(
                "components/term", "ruler", Map.of("ruler", deadlines.ruler(term), "lamp", deadlines.lamp(term)));

        assertThat(html)
                .contains(
                        "viewBox=\"0 0 940 32\"",
                        "class=\"term-rest\"",
                        "class=\"term-paused\"",
                        "class=\"term-today\"")
                .contains("<strong><time datetime=\"2027-02-03\">2027年2月3日</time></strong>")
                .contains("<details", "第三十四条", "法定", "共 90 日", "需要现场核实", "停计 1 次")
                .doesNotContain("style=", "??");
    }

    @Test
    void drawsTheRulerPastTheLastDayWhenOverdue() {
        Deadlines deadlines = pages.bean(Deadlines.class);
        TermRuler ruler = deadlines.ruler(deadlines.term(PetitionTerms.NOTICE, TermTests.at("2026-11-02T10:00:00")));

        assertThat(ruler.lastDay()).isEqualTo(150);
        assertThat(ruler.today()).isEqualTo(180);
        assertThat(ruler.width()).isEqualTo(190);
    }

    @Test
    void keepsTodayOnTheRulerHoweverLateItIs() {
        Deadlines deadlines = pages.bean(Deadlines.class);
        Term term = deadlines.term(PetitionTerms.NOTICE, TermTests.at("2026-03-02T10:00:00"));
        TermRuler ruler = deadlines.ruler(term);

        assertThat(ruler.today()).as("at the end of the line").isEqualTo(ruler.width() - TermRuler.DAY);
        assertThat(fragment("components/term", "ruler", Map.of("ruler", ruler, "lamp", deadlines.lamp(term))))
                .contains("class=\"term-today\"", "<time datetime=\"2026-11-20\">", "<time datetime=\"2026-03-17\">");
    }

    private static String fragment(String template, String name, Map<String, Object> arguments) {
        return pages.bean(SpringTemplateEngine.class).process(template, Set.of(name), context(arguments));
    }

    private static WebContext context(Map<String, Object> arguments) {
        MockServletContext servlet = new MockServletContext();
        return new WebContext(
                JakartaServletWebApplication.buildApplication(servlet)
                        .buildExchange(new MockHttpServletRequest(servlet), new MockHttpServletResponse()),
                Locale.CHINA,
                arguments);
    }

    private static String page(String role, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return pages.mvc()
                .perform(request.with(csrf()).with(user("x").roles(role)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    /** The current user, whom another module knows. */
    static class Someone {

        @Bean
        CurrentActor current() {
            return () -> new Actor(null, "system-admin");
        }

        @Bean
        DayNames names() {
            return name -> Optional.of("清查").filter(name::contains);
        }
    }
}
