package org.qipan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qipan.campaign.CampaignPageTest;
import org.qipan.campaign.CampaignPages;
import org.qipan.campaign.CampaignWorld;
import org.qipan.campaign.Neighbours;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@CampaignPageTest
@ContextConfiguration(classes = CampaignWorld.class)
class PlanPagesTests {

    @Autowired
    private CampaignPages pages;

    @Autowired
    private Plans plans;

    @Autowired
    private PlanPen pen;

    @Autowired
    private Neighbours neighbours;

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
        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .contains("“双查”不能写进方案", "value=\"双查\"", "id=\"tasks-tasks.0.name-e\"");
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
    void eachTaskIsOneLineUntilItIsOpenedAndTheNewOneIsOpen() throws Exception {
        UUID id = pages.sample();
        String folded = pages.page("/campaigns/" + id + "/plan");
        assertThat(folded.split("<details class=\"plan-task\">")).hasSize(1 + 9);
        assertThat(folded).contains("✓ 有清单事项", "不少于 2条");
        String added = body(pages.call(pen.save(id, Section.TASKS, Map.of()).param("add", "1")));
        assertThat(added.split("<details class=\"plan-task\">")).hasSize(1 + 9);
        assertThat(added).containsPattern("(?s)<details class=\"plan-task\" open=\"open\">.{0,900}还没有名称");
        assertThat(added).containsPattern("name=\"tasks.9.name\"[^>]* autofocus");
    }

    @Test
    void aTaskWithAnErrorIsOpenAndThePageBeginsThere() throws Exception {
        MockHttpServletResponse response =
                pages.call(pen.save(pages.sample(), Section.TASKS, Map.of("tasks.3.minimum", "很多")));
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(body(response).split("<details class=\"plan-task\" open=\"open\">"))
                .hasSize(2);
        assertThat(body(response)).containsPattern("name=\"tasks.3.minimum\"[^>]* autofocus");
    }

    @Test
    void aPlanWithUnsavedTextIsNotSubmittedUntilItIsSavedOrGivenUp() throws Exception {
        UUID id = pages.sample();
        pages.call(pen.save(id, Section.STAGES, Map.of("stages.0.opens", "很快")).param("auto", "1"));
        MockHttpServletResponse refused = pages.call(post("/campaigns/{id}/plan/submission", id));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(body(refused)).contains("<a href=\"#stages\">“阶段”还有没保存的改动：请先保存或放弃。", "value=\"很快\"");
        assertThat(neighbours.asked).isEmpty();
        pages.call(post("/campaigns/{id}/plan/stages/discard", id));
        assertThat(pages.page("/campaigns/" + id + "/plan")).doesNotContain("很快");
        assertThat(pages.call(post("/campaigns/{id}/plan/submission", id)).getRedirectedUrl())
                .isEqualTo("/campaigns/" + id);
        assertThat(neighbours.asked).containsExactly("submit township-officer@442000007000");
    }

    @Test
    void aRowThatWasAddedAndTakenOutAgainLeavesNothingUnsaved() throws Exception {
        UUID id = pages.sample();
        pages.call(pen.save(id, Section.TASKS, Map.of()).param("add", "1"));
        assertThat(pages.call(post("/campaigns/{id}/plan/submission", id)).getStatus())
                .isEqualTo(422);
        pages.call(pen.save(id, Section.TASKS, Map.of("tasks.9.name", "")).param("remove", "9"));
        assertThat(pages.call(post("/campaigns/{id}/plan/submission", id)).getStatus())
                .isEqualTo(302);
    }

    @Test
    void whatTheSystemCountsOfATaskThatIsGoneIsRefusedOnThePage() throws Exception {
        UUID id = pages.sample();
        MockHttpServletResponse response = pages.call(
                post("/campaigns/{id}/plan/counted", id).param("task", "40").param("measure", "lecture"));
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(body(response)).contains("这项任务已不在方案里", "name=\"tasks.0.name\"");
    }

    @Test
    void aDutyFileWithAnImpossibleDayIsAskedForAgain() throws Exception {
        MockHttpServletResponse response =
                pages.call((MockHttpServletRequestBuilder) multipart("/campaigns/duties/check")
                        .file(new MockMultipartFile("file", "a.csv", "text/csv", "x".getBytes(StandardCharsets.UTF_8)))
                        .param("list", "township")
                        .param("from", "2018-02-31"));
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(body(response)).contains("“2018-02-31”不是日历上的日期", "请重新选择文件", "value=\"township\" selected");
    }

    private static String body(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
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
