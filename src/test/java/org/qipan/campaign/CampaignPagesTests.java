package org.qipan.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.ServletException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qipan.TestDatabase;
import org.qipan.directory.Post;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DataJpaTest(properties = "spring.jpa.hibernate.ddl-auto=none")
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@ContextConfiguration(classes = CampaignWorld.class)
@Import(TestDatabase.Connection.class)
class CampaignPagesTests {

    @Autowired
    private CampaignPages pages;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private PlanStore plans;

    @Autowired
    private PlanReview review;

    @Autowired
    private IssuedPlans issued;

    @Autowired
    private JdbcClient jdbc;

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
        UUID id = pages.running();
        UUID draft = pages.sample();
        for (String url : List.of(
                "/campaigns",
                "/campaigns/new",
                "/campaigns/duties",
                "/campaigns/" + draft,
                "/campaigns/" + draft + "/plan",
                "/campaigns/" + id)) {
            assertThat(pages.page(url)).contains("<main");
        }
    }

    @Test
    void anEmptyListSaysWhatToDo() throws Exception {
        jdbc.sql("delete from campaign_plan").update();
        jdbc.sql("delete from campaign").update();
        assertThat(pages.page("/campaigns")).contains("还没有专项活动", "/campaigns/new");
    }

    @Test
    void aCampaignFromTheSampleOpensInItsEditor() throws Exception {
        MockHttpServletResponse response =
                pages.call(post("/campaigns").param("name", "今年的活动").param("from", "sample"));
        assertThat(response.getRedirectedUrl()).matches("/campaigns/[0-9a-f-]{36}/plan");
        assertThat(neighbours.asked).containsExactly("begin");
        assertThat(pages.page(response.getRedirectedUrl()))
                .contains("宣传发动", "走访服务", "评估总结", "2018年5月上旬", "每村 15 分钟/月")
                .doesNotContain("清查");
    }

    @Test
    void aCampaignWithoutANameIsRefusedAndTheChoiceKept() throws Exception {
        MockHttpServletResponse response = pages.call(post("/campaigns").param("from", "blank"));
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("请填写活动名称", "value=\"blank\" checked");
    }

    @Test
    void savingWhileWritingAnswersWithTheLedger() throws Exception {
        UUID id = pages.sample();
        MockHttpServletRequestBuilder request = save(id, Section.TASKS, Map.of("tasks.7.minutes", "40"));
        MockHttpServletResponse response = pages.call(request.param("auto", "1"));
        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .contains("每村 40 分钟/月", "hx-swap-oob=\"true\"", "已保存");
        assertThat(campaigns.plan(id).plan().tasks().get(7).minutes()).isEqualTo(40);
    }

    @Test
    void aStageThatBeganBeforeApprovalIsSavedAsTyped() throws Exception {
        UUID id = pages.sample();
        MockHttpServletResponse response =
                pages.call(save(id, Section.STAGES, Map.of("stages.0.opens", "4月下旬", "stages.0.closes", "5月初")));
        assertThat(response.getRedirectedUrl()).endsWith("#stages");
        assertThat(campaigns.plan(id).plan().stages().get(0).opens()).hasToString("2018-04-late");
    }

    @Test
    void aStageTakenOutTakesItsNumberFromTheTasks() throws Exception {
        UUID id = pages.sample();
        Map<String, String> fields = PlanFields.of(campaigns.plan(id).plan(), Section.STAGES, PlanDay::toString);
        fields.keySet().removeIf(field -> field.startsWith("stages.0."));
        MockHttpServletRequestBuilder request = post("/campaigns/{id}/plan/stages", id)
                .param("seen", plans.digest(campaigns.plan(id).plan(), Section.STAGES));
        fields.forEach(request::param);
        pages.call(request);
        assertThat(campaigns.plan(id).plan().tasks())
                .extracting(PlanTask::stage)
                .containsExactly(0, 0, 1, 1, 1, 1, 1, 2, 2);
    }

    @Test
    void aDayNobodyCanReadIsRefusedBesideItsFieldAndKeptAsADraft() throws Exception {
        UUID id = pages.sample();
        MockHttpServletResponse response = pages.call(save(id, Section.STAGES, Map.of("stages.0.opens", "很快")));
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("value=\"很快\"", "请写成 2018-06-12");
        assertThat(pages.page("/campaigns/" + id + "/plan")).contains("value=\"很快\"", "您上次没保存的文字");
    }

    @Test
    void aForbiddenWordIsExplained() throws Exception {
        MockHttpServletResponse response =
                pages.call(save(pages.sample(), Section.TASKS, Map.of("tasks.0.name", "双查")));
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("“双查”不能写进方案", "value=\"双查\"");
    }

    @Test
    void aPersonalTelephoneIsRefused() throws Exception {
        MockHttpServletResponse response =
                pages.call(save(pages.sample(), Section.CONTACT, Map.of("phone", "13800000000")));
        assertThat(response.getStatus()).isEqualTo(422);
    }

    @Test
    void aVillageTaskWithoutAnItemSaysThatItStaysWithTheTown() throws Exception {
        UUID id = pages.sample();
        MockHttpServletResponse response = pages.call(save(id, Section.TASKS, Map.of("tasks.0.dutyItem", "")));
        assertThat(response.getStatus()).isEqualTo(302);
        assertThat(pages.page("/campaigns/" + id + "/plan")).contains("缺清单事项 → 只能派镇级");
        assertThat(campaigns.plan(id).plan().tasks().get(0).unitKind()).isEqualTo("township");
    }

    @Test
    void aSectionChangedBySomeoneElseShowsBothTexts() throws Exception {
        UUID id = pages.sample();
        MockHttpServletRequestBuilder stale = save(id, Section.AIMS, Map.of("aims", "我的目标"));
        pages.call(save(id, Section.AIMS, Map.of("aims", "别人的目标")));
        MockHttpServletResponse response = pages.call(stale);
        assertThat(response.getStatus()).isEqualTo(409);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("我的目标", "别人的目标");
        assertThat(campaigns.plan(id).plan().aims()).containsExactly("别人的目标");
    }

    @Test
    void aRowIsAddedAndRemovedWithoutLosingWhatWasTyped() throws Exception {
        UUID id = pages.sample();
        String added = pages.call(
                        save(id, Section.TASKS, Map.of("tasks.0.name", "新名字")).param("add", "1"))
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(added).contains("value=\"新名字\"", "name=\"tasks.9.name\"");
        String removed = pages.call(
                        save(id, Section.TASKS, Map.of("tasks.0.name", "新名字")).param("remove", "1"))
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(removed).contains("value=\"新名字\"").doesNotContain("name=\"tasks.1.name\"");
    }

    @Test
    void afterAReturnOnlyTheReturnedSectionCanBeWritten() throws Exception {
        UUID id = pages.sample();
        campaigns.submit(id);
        neighbours.staff = Town.CHIEF;
        MockHttpServletResponse marked = pages.call(post("/campaigns/{id}/plan/review/funds", id)
                .param("mark", "return")
                .param("remark", "写明金额")
                .param("back", "/tasks/7"));
        assertThat(marked.getRedirectedUrl()).isEqualTo("/tasks/7#funds");
        campaigns.returned(id, Town.CHIEF);
        neighbours.staff = Town.DRAFTER;
        assertThat(pages.page("/campaigns/" + id + "/plan")).contains("写明金额", "这一部分没有被退回，不能改");
        assertThat(pages.call(save(id, Section.AIMS, Map.of("aims", "改"))).getStatus())
                .isEqualTo(422);
        assertThat(pages.call(save(id, Section.FUNDS, Map.of("text", "5万元"))).getStatus())
                .isEqualTo(302);
    }

    @Test
    void onlyTheLeaderMarksSections() {
        UUID id = pages.sample();
        campaigns.submit(id);
        Assertions.assertThatThrownBy(() ->
                        pages.call(post("/campaigns/{id}/plan/review/funds", id).param("mark", "return")))
                .isInstanceOf(ServletException.class)
                .hasRootCauseInstanceOf(org.springframework.security.access.AccessDeniedException.class);
    }

    @Test
    void theReviewReadsTheWholePlanAndNamesNoPerson() {
        UUID id = pages.sample();
        campaigns.submit(id);
        neighbours.staff = Town.CHIEF;
        PlanReview.View view = (PlanReview.View) review.model(id, "/tasks/7").get("review");
        assertThat(view.decide()).isTrue();
        assertThat(view.sections()).hasSize(Section.values().length);
        assertThat(view.sections().toString())
                .contains("民众街道 · township-leader", "组长", "不少于 2条")
                .doesNotContain("谭伟强", "李健聪", "苏佩珊");
    }

    @Test
    void anotherUnitsDraftDoesNotExist() {
        UUID id = pages.sample();
        neighbours.staff = Town.staff(8, new Post("village-worker", "442000007201"));
        Assertions.assertThatThrownBy(() -> pages.call(get("/campaigns/{id}", id)))
                .hasRootCauseInstanceOf(NoSuchElementException.class);
    }

    @Test
    void anActNeedsAReasonAndAYesAndKeepsWhatWasTyped() throws Exception {
        UUID id = pages.running();
        String stage = jdbc.sql("select id from campaign_stage where campaign = ? and no = 2")
                .param(id)
                .query(String.class)
                .single();
        MockHttpServletResponse refused = pages.call(
                post("/campaigns/{id}/acts/pause", id).param("stage", stage).param("reason", "台风"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("请勾选确认", ">台风</textarea>");
        pages.call(post("/campaigns/{id}/acts/pause", id)
                .param("stage", stage)
                .param("reason", "台风")
                .param("sure", "true"));
        pages.call(post("/campaigns/{id}/acts/extend", id)
                .param("stage", stage)
                .param("closes", "2018-07-10")
                .param("reason", "台风")
                .param("sure", "true"));
        assertThat(neighbours.asked).containsExactly("pause 台风", "extend 2018-07-10");
    }

    @Test
    void aVillageIsMergedByTheOfficerAndAStageReopenedByTheLeaderOnly() throws Exception {
        UUID id = pages.running();
        assertThat(pages.page("/campaigns/" + id)).contains("村并入", "重新打开阶段");
        pages.call(post("/campaigns/{id}/acts/merge", id)
                .param("unit", "442000007202")
                .param("into", "442000007201")
                .param("reason", "区划调整")
                .param("sure", "true"));
        MockHttpServletRequestBuilder reopen = post("/campaigns/{id}/acts/reopen", id)
                .param("stage", pages.stageTwo(id))
                .param("reason", "漏了一村")
                .param("sure", "true");
        Assertions.assertThatThrownBy(() -> pages.call(reopen))
                .hasRootCauseInstanceOf(org.springframework.security.access.AccessDeniedException.class);
        neighbours.staff = Town.CHIEF;
        pages.call(reopen);
        assertThat(neighbours.asked).containsExactly("merge 442000007202 442000007201", "reopen township-leader");
    }

    @Test
    void aStageOfAnotherCampaignIsNotTouched() {
        UUID id = pages.running();
        UUID other = pages.running();
        String stage = jdbc.sql("select id from campaign_stage where campaign = ? and no = 2")
                .param(other)
                .query(String.class)
                .single();
        Assertions.assertThatThrownBy(() -> pages.call(post("/campaigns/{id}/acts/pause", id)
                        .param("stage", stage)
                        .param("reason", "x")
                        .param("sure", "true")))
                .hasRootCauseInstanceOf(NoSuchElementException.class);
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

    @Test
    void aPracticeCampaignIsNotPublished() {
        UUID id = pages.running();
        assertThat(issued.parts(id)).hasSize(Section.values().length);
        jdbc.sql("update campaign set practice = true where id = ?").param(id).update();
        assertThat(issued.parts(id)).isEmpty();
    }

    private MockHttpServletRequestBuilder save(UUID id, Section section, Map<String, String> changed) {
        Plan plan = campaigns.plan(id).plan();
        Map<String, String> fields = PlanFields.of(plan, section, PlanDay::toString);
        fields.putAll(changed);
        MockHttpServletRequestBuilder request =
                post("/campaigns/{id}/plan/{s}", id, section.key()).param("seen", plans.digest(plan, section));
        fields.forEach(request::param);
        return request;
    }
}
