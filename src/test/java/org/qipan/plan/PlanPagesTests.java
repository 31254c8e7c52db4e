package org.qipan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qipan.TestDatabase;
import org.qipan.campaign.CampaignPages;
import org.qipan.campaign.CampaignWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DataJpaTest(properties = "spring.jpa.hibernate.ddl-auto=none")
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@ContextConfiguration(classes = CampaignWorld.class)
@Import(TestDatabase.Connection.class)
class PlanPagesTests {

    @Autowired
    private CampaignPages pages;

    @Autowired
    private Plans plans;

    @Autowired
    private PlanPen pen;

    @BeforeEach
    void open() {
        pages.open();
    }

    @AfterEach
    void leave() {
        pages.leave();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everyPageHasItsTextsInBothLanguages(String language) throws Exception {
        pages.speak(Locale.forLanguageTag(language));
        assertThat(pages.page("/campaigns/" + pages.sample() + "/plan")).contains("<main");
        assertThat(pages.page("/campaigns/duties")).contains("<main");
    }

    @Test
    void savingWhileWritingAnswersWithTheLedger() throws Exception {
        UUID id = pages.sample();
        MockHttpServletRequestBuilder request = pen.save(id, Section.TASKS, Map.of("tasks.7.minutes", "40"));
        MockHttpServletResponse response = pages.call(request.param("auto", "1"));
        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .contains("每村 40 分钟/月", "hx-swap-oob=\"true\"", "已保存");
        assertThat(plans.latest(id).plan().tasks().get(7).minutes()).isEqualTo(40);
    }

    @Test
    void aStageThatBeganBeforeApprovalIsSavedAsTyped() throws Exception {
        UUID id = pages.sample();
        MockHttpServletResponse response =
                pages.call(pen.save(id, Section.STAGES, Map.of("stages.0.opens", "4月下旬", "stages.0.closes", "5月初")));
        assertThat(response.getRedirectedUrl()).endsWith("#stages");
        assertThat(plans.latest(id).plan().stages().get(0).opens()).hasToString("2018-04-late");
    }

    @Test
    void aStageTakenOutTakesItsNumberFromTheTasks() throws Exception {
        UUID id = pages.sample();
        Map<String, String> fields = PlanFields.of(plans.latest(id).plan(), Section.STAGES, PlanDay::toString);
        fields.keySet().removeIf(field -> field.startsWith("stages.0."));
        MockHttpServletRequestBuilder request =
                post("/campaigns/{id}/plan/stages", id).param("seen", pen.seen(id, Section.STAGES));
        fields.forEach(request::param);
        pages.call(request);
        assertThat(plans.latest(id).plan().tasks())
                .extracting(PlanTask::stage)
                .containsExactly(0, 0, 1, 1, 1, 1, 1, 2, 2);
    }

    @Test
    void aDayNobodyCanReadIsRefusedBesideItsFieldAndKeptAsADraft() throws Exception {
        UUID id = pages.sample();
        MockHttpServletResponse response = pages.call(pen.save(id, Section.STAGES, Map.of("stages.0.opens", "很快")));
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("value=\"很快\"", "请写成 2018-06-12");
        assertThat(pages.page("/campaigns/" + id + "/plan")).contains("value=\"很快\"", "您上次没保存的文字");
    }

    @Test
    void aForbiddenWordIsExplained() throws Exception {
        MockHttpServletResponse response =
                pages.call(pen.save(pages.sample(), Section.TASKS, Map.of("tasks.0.name", "双查")));
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("“双查”不能写进方案", "value=\"双查\"");
    }

    @Test
    void aPersonalTelephoneIsRefused() throws Exception {
        MockHttpServletResponse response =
                pages.call(pen.save(pages.sample(), Section.CONTACT, Map.of("phone", "13800000000")));
        assertThat(response.getStatus()).isEqualTo(422);
    }

    @Test
    void aVillageTaskWithoutAnItemSaysThatItStaysWithTheTown() throws Exception {
        UUID id = pages.sample();
        MockHttpServletResponse response = pages.call(pen.save(id, Section.TASKS, Map.of("tasks.0.dutyItem", "")));
        assertThat(response.getStatus()).isEqualTo(302);
        assertThat(pages.page("/campaigns/" + id + "/plan")).contains("缺清单事项 → 只能派镇级");
        assertThat(plans.latest(id).plan().tasks().get(0).unitKind()).isEqualTo("township");
    }

    @Test
    void aSectionChangedBySomeoneElseShowsBothTexts() throws Exception {
        UUID id = pages.sample();
        MockHttpServletRequestBuilder stale = pen.save(id, Section.AIMS, Map.of("aims", "我的目标"));
        pages.call(pen.save(id, Section.AIMS, Map.of("aims", "别人的目标")));
        MockHttpServletResponse response = pages.call(stale);
        assertThat(response.getStatus()).isEqualTo(409);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("我的目标", "别人的目标");
        assertThat(plans.latest(id).plan().aims()).containsExactly("别人的目标");
    }

    @Test
    void aRowIsAddedAndRemovedWithoutLosingWhatWasTyped() throws Exception {
        UUID id = pages.sample();
        String added = pages.call(pen.save(id, Section.TASKS, Map.of("tasks.0.name", "新名字"))
                        .param("add", "1"))
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(added).contains("value=\"新名字\"", "name=\"tasks.9.name\"");
        String removed = pages.call(pen.save(id, Section.TASKS, Map.of("tasks.0.name", "新名字"))
                        .param("remove", "1"))
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(removed).contains("value=\"新名字\"").doesNotContain("name=\"tasks.1.name\"");
    }

    @Test
    void aDutyFileIsCheckedLineByLineBeforeAnythingIsKept() throws Exception {
        MockMultipartFile bad = new MockMultipartFile(
                "file",
                "a.csv",
                "text/csv",
                "code,title,basis,source\nA1,事项,法,本地\nA1,,法,本地\nB,c".getBytes(StandardCharsets.UTF_8));
        MockHttpServletResponse response =
                pages.call((MockHttpServletRequestBuilder) multipart("/campaigns/duties/check")
                        .file(bad)
                        .param("list", "village")
                        .param("from", "2018-06-01"));
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("3 处需要改正", "编号重复", "应有 4 列");
        pages.call(post("/campaigns/duties")
                .param("list", "village")
                .param("from", "2018-06-01")
                .param("text", "A1,\"事项,一\",法,本地"));
        assertThat(pages.page("/campaigns/duties")).contains("事项,一").doesNotContain("CJ-01");
    }
}
