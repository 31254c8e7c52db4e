package org.qipan.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.ServletException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qipan.casefile.CaseFiles;
import org.qipan.directory.Post;
import org.qipan.plan.PlanPen;
import org.qipan.plan.Section;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@CampaignPageTest
@ContextConfiguration(classes = CampaignWorld.class)
class CampaignPagesTests {

    @Autowired
    private CampaignPages pages;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private PlanPen pen;

    @Autowired
    private PlanReview review;

    @Autowired
    private IssuedPlans issued;

    @Autowired
    private CaseFiles files;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everyPageHasItsTextsInBothLanguages(String language) throws Exception {
        pages.speak(Locale.forLanguageTag(language));
        UUID id = pages.running();
        UUID draft = pages.sample();
        for (String url : List.of("/campaigns", "/campaigns/new", "/campaigns/" + draft, "/campaigns/" + id)) {
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
        MockHttpServletResponse response = pages.call(post("/campaigns")
                .param("idempotencyKey", UUID.randomUUID().toString())
                .param("name", "今年的活动")
                .param("from", "sample"));
        assertThat(response.getRedirectedUrl()).matches("/campaigns/[0-9a-f-]{36}/plan");
        assertThat(neighbours.asked).containsExactly("begin");
        assertThat(pages.page(response.getRedirectedUrl()))
                .contains("宣传发动", "走访服务", "评估总结", "2018年5月上旬", "每村 15 分钟/月")
                .doesNotContain("清查");
    }

    @Test
    void sendingTwiceOpensOneCampaign() throws Exception {
        String key = UUID.randomUUID().toString();
        MockHttpServletResponse first =
                pages.call(post("/campaigns").param("idempotencyKey", key).param("name", "一个活动"));
        MockHttpServletResponse again =
                pages.call(post("/campaigns").param("idempotencyKey", key).param("name", "一个活动"));
        assertThat(again.getRedirectedUrl()).isEqualTo(first.getRedirectedUrl());
        assertThat(neighbours.asked).containsExactly("begin");
        MockHttpServletResponse other =
                pages.call(post("/campaigns").param("idempotencyKey", key).param("name", "另一个活动"));
        assertThat(other.getStatus()).isEqualTo(422);
        assertThat(other.getContentAsString(StandardCharsets.UTF_8)).contains("已经提交过一次", "另一个活动");
    }

    @Test
    void aCampaignWithoutANameIsRefusedAndTheChoiceKept() throws Exception {
        MockHttpServletResponse response = pages.call(post("/campaigns")
                .param("idempotencyKey", UUID.randomUUID().toString())
                .param("from", "blank"));
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("请填写活动名称", "value=\"blank\" checked");
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
        assertThat(pages.call(pen.save(id, Section.AIMS, Map.of("aims", "改"))).getStatus())
                .isEqualTo(422);
        assertThat(pages.call(pen.save(id, Section.FUNDS, Map.of("text", "5万元")))
                        .getStatus())
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
    void aDayThatIsNotInTheCalendarIsNamedAtItsFieldAndNothingTypedIsLost() throws Exception {
        UUID id = pages.running();
        MockHttpServletResponse refused = pages.call(post("/campaigns/{id}/acts/extend", id)
                .param("stage", pages.stageTwo(id))
                .param("closes", "2018-06-31")
                .param("reason", "台风")
                .param("sure", "true"));
        assertThat(refused.getStatus()).isEqualTo(422);
        String page = refused.getContentAsString(StandardCharsets.UTF_8);
        assertThat(page)
                .contains("id=\"extend-closes-e\">“2018-06-31”不是日历上的日期", ">台风</textarea>", "value=\"2018-06-31\"")
                .containsPattern("name=\"sure\"[^>]* checked");
        assertThat(neighbours.asked).isEmpty();
        MockHttpServletResponse empty = pages.call(post("/campaigns/{id}/acts/stage", id)
                .param("name", "补课")
                .param("opens", "2018-07-01")
                .param("reason", "台风")
                .param("sure", "true"));
        assertThat(empty.getContentAsString(StandardCharsets.UTF_8))
                .contains("id=\"stage-closes-e\">请把这一项填完整", "value=\"补课\"", "value=\"2018-07-01\"");
    }

    @Test
    void aRemarkThatCannotBeKeptIsShownAgainBesideItsSection() throws Exception {
        UUID id = pages.sample();
        campaigns.submit(id);
        neighbours.staff = Town.CHIEF;
        MockHttpServletResponse refused = pages.call(post("/campaigns/{id}/plan/review/funds", id)
                .param("mark", "return")
                .param("remark", "改成双查经费")
                .param("back", "/tasks/7"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8))
                .contains("“双查”不能写进方案", ">改成双查经费</textarea>", "href=\"/tasks/7\"")
                .containsPattern("id=\"funds\" open=\"open\"");
    }

    @Test
    void onlyTheLatestEntriesOfALongTimelineAreShownAtOnce() throws Exception {
        UUID id = pages.running();
        for (int i = 0; i < 12; i++) {
            files.record(id, "campaign.reissued", null, Town.OFFICER, "第" + i + "次", Map.of());
        }
        assertThat(pages.page("/campaigns/" + id)).contains("补发任务", "case-timeline-earlier", "更早的");
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
    void aPracticeCampaignIsNotPublished() {
        UUID id = pages.running();
        assertThat(issued.parts(id)).hasSize(Section.values().length);
        jdbc.sql("update campaign set practice = true where id = ?").param(id).update();
        assertThat(issued.parts(id)).isEmpty();
    }
}
