package org.qipan.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.ServletException;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
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
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

@DataJpaTest(properties = "spring.jpa.hibernate.ddl-auto=none")
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@ContextConfiguration(classes = CampaignWorld.class)
@Import(TestDatabase.Connection.class)
class CampaignPagesTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private CampaignSamples samples;

    @Autowired
    private PlanStore plans;

    @Autowired
    private PlanFreezer freezer;

    @Autowired
    private PlanReview review;

    @Autowired
    private IssuedPlans issued;

    @Autowired
    private Town town;

    @Autowired
    private JdbcClient jdbc;

    private MockMvc mvc;
    private Locale locale = Locale.SIMPLIFIED_CHINESE;

    @BeforeEach
    void open() {
        LocaleContextHolder.setLocale(locale);
        neighbours.staff = Town.DRAFTER;
        neighbours.drafts.clear();
        neighbours.asked.clear();
        neighbours.totals.clear();
        neighbours.waiting = null;
        town.vacant.clear();
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.addTemplateResolver(templates("classpath:/templates/", 2));
        engine.addTemplateResolver(templates("classpath:/campaign-pages/", 1));
        engine.setMessageSource(context.getBean(MessageSource.class));
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        mvc = MockMvcBuilders.standaloneSetup(
                        context.getBean(PlanController.class),
                        context.getBean(CampaignController.class),
                        context.getBean(CampaignActController.class),
                        context.getBean(DutyController.class),
                        context.getBean(BoardController.class),
                        context.getBean(UnitController.class),
                        context.getBean(OnePageController.class))
                .setViewResolvers(views)
                .build();
    }

    @AfterEach
    void leaveTheLocale() {
        LocaleContextHolder.resetLocaleContext();
    }

    private SpringResourceTemplateResolver templates(String prefix, int order) {
        SpringResourceTemplateResolver resolver = new SpringResourceTemplateResolver();
        resolver.setApplicationContext(context);
        resolver.setPrefix(prefix);
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCheckExistence(true);
        resolver.setOrder(order);
        return resolver;
    }

    private MockHttpServletResponse call(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response =
                mvc.perform(request.locale(locale)).andReturn().getResponse();
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).doesNotContain("??campaign", "??act");
        return response;
    }

    private String page(String url) throws Exception {
        MockHttpServletResponse response = call(get(url));
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private UUID sample() {
        return campaigns.open("2018服务活动", samples.minzhong(), null, false, Town.DRAFTER, Town.OFFICER);
    }

    private UUID running() {
        UUID id = sample();
        campaigns.submit(id);
        campaigns.approved(id, Town.CHIEF);
        freezer.freeze(id);
        jdbc.sql("update campaign_stage set state = 'OPEN', opened_at = '2018-05-01' where no = 2 and campaign = ?")
                .param(id)
                .update();
        jdbc.sql("""
                insert into unit_stage (campaign, stage, unit, state, opened_at, accepted_at)
                select :id, s.id, u.unit, case when u.unit < '442000007003' then 'accepted' else 'open' end, '2018-05-01',
                    case when u.unit < '442000007003' then timestamptz '2018-06-05 10:00+08' end
                from campaign_stage s, campaign_unit u where s.no = 2 and s.campaign = :id and u.campaign = :id and u.kind = 'village'""").param("id", id).update();
        jdbc.sql("""
                insert into unit_stage_item (us, item, state)
                select us.id, i.id, case us.state when 'accepted' then 'accepted' else 'open' end
                from unit_stage us join campaign_item i on i.stage = us.stage and i.unit_kind = 'village' where us.campaign = ?""").param(id).update();
        return id;
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everyPageHasItsTextsInBothLanguages(String language) throws Exception {
        locale = Locale.forLanguageTag(language);
        UUID id = running();
        UUID draft = sample();
        for (String url : List.of(
                "/campaigns",
                "/campaigns/new",
                "/campaigns/duties",
                "/campaigns/" + draft,
                "/campaigns/" + draft + "/plan",
                "/campaigns/" + draft + "/board",
                "/campaigns/" + id,
                "/campaigns/" + id + "/board",
                "/campaigns/" + id + "/board?stage=1",
                "/campaigns/" + id + "/board/units/442000007201",
                "/campaigns/one-page")) {
            assertThat(page(url)).contains("<main");
        }
    }

    @Test
    void anEmptyListSaysWhatToDo() throws Exception {
        jdbc.sql("delete from campaign_plan").update();
        jdbc.sql("delete from campaign").update();
        assertThat(page("/campaigns")).contains("还没有专项活动", "/campaigns/new");
    }

    @Test
    void aCampaignFromTheSampleOpensInItsEditor() throws Exception {
        MockHttpServletResponse response =
                call(post("/campaigns").param("name", "今年的活动").param("from", "sample"));
        assertThat(response.getRedirectedUrl()).matches("/campaigns/[0-9a-f-]{36}/plan");
        assertThat(neighbours.asked).containsExactly("begin");
        assertThat(page(response.getRedirectedUrl()))
                .contains("宣传发动", "走访服务", "评估总结", "2018年5月上旬", "每村 15 分钟/月")
                .doesNotContain("清查");
    }

    @Test
    void aCampaignWithoutANameIsRefusedAndTheChoiceKept() throws Exception {
        MockHttpServletResponse response = call(post("/campaigns").param("from", "blank"));
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("请填写活动名称", "value=\"blank\" checked");
    }

    @Test
    void savingWhileWritingAnswersWithTheLedger() throws Exception {
        UUID id = sample();
        MockHttpServletRequestBuilder request = save(id, Section.TASKS, Map.of("tasks.7.minutes", "40"));
        MockHttpServletResponse response = call(request.param("auto", "1"));
        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .contains("每村 40 分钟/月", "hx-swap-oob=\"true\"", "已保存");
        assertThat(campaigns.plan(id).plan().tasks().get(7).minutes()).isEqualTo(40);
    }

    @Test
    void aStageThatBeganBeforeApprovalIsSavedAsTyped() throws Exception {
        UUID id = sample();
        MockHttpServletResponse response =
                call(save(id, Section.STAGES, Map.of("stages.0.opens", "4月下旬", "stages.0.closes", "5月初")));
        assertThat(response.getRedirectedUrl()).endsWith("#stages");
        assertThat(campaigns.plan(id).plan().stages().get(0).opens()).hasToString("2018-04-late");
    }

    @Test
    void aStageTakenOutTakesItsNumberFromTheTasks() throws Exception {
        UUID id = sample();
        Map<String, String> fields = PlanFields.of(campaigns.plan(id).plan(), Section.STAGES, PlanDay::toString);
        fields.keySet().removeIf(field -> field.startsWith("stages.0."));
        MockHttpServletRequestBuilder request = post("/campaigns/{id}/plan/stages", id)
                .param("seen", plans.digest(campaigns.plan(id).plan(), Section.STAGES));
        fields.forEach(request::param);
        call(request);
        assertThat(campaigns.plan(id).plan().tasks())
                .extracting(PlanTask::stage)
                .containsExactly(0, 0, 1, 1, 1, 1, 1, 2, 2);
    }

    @Test
    void aDayNobodyCanReadIsRefusedBesideItsFieldAndKeptAsADraft() throws Exception {
        UUID id = sample();
        MockHttpServletResponse response = call(save(id, Section.STAGES, Map.of("stages.0.opens", "很快")));
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("value=\"很快\"", "请写成 2018-06-12");
        assertThat(page("/campaigns/" + id + "/plan")).contains("value=\"很快\"", "您上次没保存的文字");
    }

    @Test
    void aForbiddenWordIsExplained() throws Exception {
        MockHttpServletResponse response = call(save(sample(), Section.TASKS, Map.of("tasks.0.name", "双查")));
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("“双查”不能写进方案", "value=\"双查\"");
    }

    @Test
    void aPersonalTelephoneIsRefused() throws Exception {
        MockHttpServletResponse response = call(save(sample(), Section.CONTACT, Map.of("phone", "13800000000")));
        assertThat(response.getStatus()).isEqualTo(422);
    }

    @Test
    void aVillageTaskWithoutAnItemSaysThatItStaysWithTheTown() throws Exception {
        UUID id = sample();
        MockHttpServletResponse response = call(save(id, Section.TASKS, Map.of("tasks.0.dutyItem", "")));
        assertThat(response.getStatus()).isEqualTo(302);
        assertThat(page("/campaigns/" + id + "/plan")).contains("缺清单事项 → 只能派镇级");
        assertThat(campaigns.plan(id).plan().tasks().get(0).unitKind()).isEqualTo("township");
    }

    @Test
    void aSectionChangedBySomeoneElseShowsBothTexts() throws Exception {
        UUID id = sample();
        MockHttpServletRequestBuilder stale = save(id, Section.AIMS, Map.of("aims", "我的目标"));
        call(save(id, Section.AIMS, Map.of("aims", "别人的目标")));
        MockHttpServletResponse response = call(stale);
        assertThat(response.getStatus()).isEqualTo(409);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("我的目标", "别人的目标");
        assertThat(campaigns.plan(id).plan().aims()).containsExactly("别人的目标");
    }

    @Test
    void aRowIsAddedAndRemovedWithoutLosingWhatWasTyped() throws Exception {
        UUID id = sample();
        String added = call(save(id, Section.TASKS, Map.of("tasks.0.name", "新名字"))
                        .param("add", "1"))
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(added).contains("value=\"新名字\"", "name=\"tasks.9.name\"");
        String removed = call(save(id, Section.TASKS, Map.of("tasks.0.name", "新名字"))
                        .param("remove", "1"))
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(removed).contains("value=\"新名字\"").doesNotContain("name=\"tasks.1.name\"");
    }

    @Test
    void afterAReturnOnlyTheReturnedSectionCanBeWritten() throws Exception {
        UUID id = sample();
        campaigns.submit(id);
        neighbours.staff = Town.CHIEF;
        MockHttpServletResponse marked = call(post("/campaigns/{id}/plan/review/funds", id)
                .param("mark", "return")
                .param("remark", "写明金额")
                .param("back", "/tasks/7"));
        assertThat(marked.getRedirectedUrl()).isEqualTo("/tasks/7#funds");
        campaigns.returned(id, Town.CHIEF);
        neighbours.staff = Town.DRAFTER;
        assertThat(page("/campaigns/" + id + "/plan")).contains("写明金额", "这一部分没有被退回，不能改");
        assertThat(call(save(id, Section.AIMS, Map.of("aims", "改"))).getStatus())
                .isEqualTo(422);
        assertThat(call(save(id, Section.FUNDS, Map.of("text", "5万元"))).getStatus())
                .isEqualTo(302);
    }

    @Test
    void onlyTheLeaderMarksSections() {
        UUID id = sample();
        campaigns.submit(id);
        Assertions.assertThatThrownBy(
                        () -> call(post("/campaigns/{id}/plan/review/funds", id).param("mark", "return")))
                .isInstanceOf(ServletException.class)
                .hasRootCauseInstanceOf(org.springframework.security.access.AccessDeniedException.class);
    }

    @Test
    void theReviewReadsTheWholePlanAndNamesNoPerson() {
        UUID id = sample();
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
        UUID id = sample();
        neighbours.staff = Town.staff(8, new Post("village-worker", "442000007201"));
        Assertions.assertThatThrownBy(() -> call(get("/campaigns/{id}", id)))
                .hasRootCauseInstanceOf(NoSuchElementException.class);
    }

    @Test
    void anActNeedsAReasonAndAYesAndKeepsWhatWasTyped() throws Exception {
        UUID id = running();
        String stage = jdbc.sql("select id from campaign_stage where campaign = ? and no = 2")
                .param(id)
                .query(String.class)
                .single();
        MockHttpServletResponse refused = call(
                post("/campaigns/{id}/acts/pause", id).param("stage", stage).param("reason", "台风"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("请勾选确认", ">台风</textarea>");
        call(post("/campaigns/{id}/acts/pause", id)
                .param("stage", stage)
                .param("reason", "台风")
                .param("sure", "true"));
        call(post("/campaigns/{id}/acts/extend", id)
                .param("stage", stage)
                .param("closes", "2018-07-10")
                .param("reason", "台风")
                .param("sure", "true"));
        assertThat(neighbours.asked).containsExactly("pause 台风", "extend 2018-07-10");
    }

    @Test
    void aVillageIsMergedByTheOfficerAndAStageReopenedByTheLeaderOnly() throws Exception {
        UUID id = running();
        assertThat(page("/campaigns/" + id)).contains("村并入", "重新打开阶段");
        call(post("/campaigns/{id}/acts/merge", id)
                .param("unit", "442000007202")
                .param("into", "442000007201")
                .param("reason", "区划调整")
                .param("sure", "true"));
        MockHttpServletRequestBuilder reopen = post("/campaigns/{id}/acts/reopen", id)
                .param("stage", stageTwo(id))
                .param("reason", "漏了一村")
                .param("sure", "true");
        Assertions.assertThatThrownBy(() -> call(reopen))
                .hasRootCauseInstanceOf(org.springframework.security.access.AccessDeniedException.class);
        neighbours.staff = Town.CHIEF;
        call(reopen);
        assertThat(neighbours.asked).containsExactly("merge 442000007202 442000007201", "reopen township-leader");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void theHeadTakesBackWhatWasNotReviewed(String language) throws Exception {
        locale = Locale.forLanguageTag(language);
        LocaleContextHolder.setLocale(locale);
        UUID id = running();
        String url = "/campaigns/" + id + "/board/units/442000007201";
        neighbours.staff = Town.staff(8, new Post("village-head", "442000007201"));
        assertThat(page(url)).doesNotContain("/acts/recall");
        jdbc.sql("update unit_stage set submitted_at = '2018-06-05' where campaign = ? and unit = '442000007201'")
                .param(id)
                .update();
        assertThat(page(url)).contains("/acts/recall");
        assertThat(call(post(url + "/acts/recall").param("stage", stageTwo(id)).param("sure", "true"))
                        .getStatus())
                .isEqualTo(422);
        call(post(url + "/acts/recall")
                .param("stage", stageTwo(id))
                .param("reason", "数不对")
                .param("sure", "true"));
        assertThat(neighbours.asked).containsExactly("recall village-head@442000007201");
        neighbours.staff = Town.staff(9, new Post("village-worker", "442000007201"));
        assertThat(page(url)).doesNotContain("/acts/recall");
    }

    @Test
    void theTownSendsBackWhatItAcceptedItemByItem() throws Exception {
        UUID id = running();
        String village = Town.VILLAGES.get(0);
        String url = "/campaigns/" + id + "/board/units/" + village;
        jdbc.sql("""
                insert into unit_stage (campaign, stage, unit, opened_at)
                select campaign, id, '442000007000', '2018-05-01' from campaign_stage where campaign = ? and no = 2""").param(id).update();
        String item = jdbc.sql("""
                select min(i.item) from unit_stage_item i join unit_stage us on us.id = i.us
                where us.campaign = ? and us.unit = ?""").params(id, village).query(String.class).single();
        assertThat(page(url)).contains("/acts/send-back", "change." + item);
        MockHttpServletResponse refused = call(post(url + "/acts/send-back")
                .param("stage", stageTwo(id))
                .param("reason", "核对发现")
                .param("item", item)
                .param("sure", "true"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("逐项勾选", ">核对发现</textarea>");
        call(post(url + "/acts/send-back")
                .param("stage", stageTwo(id))
                .param("reason", "核对发现")
                .param("item", item)
                .param("change." + item, "写清地点")
                .param("sure", "true"));
        assertThat(neighbours.asked).containsExactly("send back " + village + " [写清地点] township-officer");
    }

    private String stageTwo(UUID id) {
        return jdbc.sql("select id from campaign_stage where campaign = ? and no = 2")
                .param(id)
                .query(String.class)
                .single();
    }

    @Test
    void aStageOfAnotherCampaignIsNotTouched() {
        UUID id = running();
        UUID other = running();
        String stage = jdbc.sql("select id from campaign_stage where campaign = ? and no = 2")
                .param(other)
                .query(String.class)
                .single();
        Assertions.assertThatThrownBy(() -> call(post("/campaigns/{id}/acts/pause", id)
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
        MockHttpServletResponse response = call((MockHttpServletRequestBuilder) multipart("/campaigns/duties/check")
                .file(bad)
                .param("list", "village")
                .param("from", "2018-06-01"));
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("3 处需要改正", "编号重复", "应有 4 列");
        call(post("/campaigns/duties")
                .param("list", "village")
                .param("from", "2018-06-01")
                .param("text", "A1,\"事项,一\",法,本地"));
        assertThat(page("/campaigns/duties")).contains("事项,一").doesNotContain("CJ-01");
    }

    @Test
    void theBoardTellsShapeWordAndNumberAndWhoBlocks() throws Exception {
        UUID id = running();
        neighbours.totals.put("442000007201", Map.of("visit-rental", new BigDecimal("18")));
        town.vacant.add(new Post("village-worker", "442000007212"));
        String board = page("/campaigns/" + id + "/board");
        assertThat(board).contains("2/19", "18/20", "◔", "办理中", "村212 · village-worker", "岗位空缺", "复制提醒");
    }

    @Test
    void aVillageSeesItsOwnRowOnly() throws Exception {
        UUID id = running();
        neighbours.staff = Town.staff(8, new Post("village-worker", "442000007201"));
        assertThat(page("/campaigns/" + id + "/board")).contains("村201").doesNotContain("村202", "村212");
    }

    @Test
    void theLivePartIsSentOnlyWhenSomethingChanged() throws Exception {
        UUID id = running();
        String url = "/campaigns/" + id + "/board/live";
        String tag = call(get(url)).getHeader("ETag");
        assertThat(call(get(url).header("If-None-Match", tag)).getStatus()).isEqualTo(304);
        jdbc.sql(
                        "update unit_stage set state = 'accepted', accepted_at = '2018-06-06' where campaign = ? and unit = '442000007201'")
                .param(id)
                .update();
        assertThat(call(get(url).header("If-None-Match", tag)).getStatus()).isEqualTo(200);
        neighbours.totals.put("442000007202", Map.of("lecture", BigDecimal.ONE));
        String second = call(get(url)).getHeader("ETag");
        assertThat(second).isNotEqualTo(tag);
    }

    @Test
    void oneOrAllAreUrgedByTheOfficer() throws Exception {
        UUID id = running();
        call(post("/campaigns/{id}/board/urges", id));
        String one = jdbc.sql("select id from unit_stage where campaign = ? and unit = '442000007201'")
                .param(id)
                .query(String.class)
                .single();
        call(post("/campaigns/{id}/board/urges", id).param("parts", one));
        assertThat(neighbours.asked)
                .containsExactly("urge 17 township-officer@442000007000", "urge 1 township-officer@442000007000");
    }

    @Test
    void theExportHoldsWhatTheScreenShows() throws Exception {
        UUID id = running();
        neighbours.totals.put("442000007201", Map.of("visit-rental", new BigDecimal("18")));
        byte[] file = call(get("/campaigns/{id}/board/export", id)).getContentAsByteArray();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(1 + 19);
            assertThat(sheet.getRow(5).getCell(0).getStringCellValue()).isEqualTo("村201");
            assertThat(sheet.getRow(5).getCell(1).getStringCellValue()).isEqualTo("办理中 18/20");
        }
    }

    @Test
    void theOnePageTellsWhatChangedSinceTheLeaderLooked() throws Exception {
        UUID id = running();
        neighbours.staff = Town.CHIEF;
        neighbours.waiting = id;
        assertThat(page("/campaigns/one-page"))
                .contains("完成 0 → 2 个单位", "第一次查看")
                .as("there is nothing to decide before the stage is done or due")
                .doesNotContain("/tasks/77");
        jdbc.sql("update campaign_stage set closes = '2018-06-05' where campaign = ? and state = 'OPEN'")
                .param(id)
                .update();
        assertThat(page("/campaigns/one-page")).contains("/tasks/77");
        call(post("/campaigns/one-page/looks"));
        assertThat(page("/campaigns/one-page")).contains("没有变化");
        jdbc.sql(
                        "update unit_stage set state = 'accepted', accepted_at = '2018-06-07' where campaign = ? and unit = '442000007201'")
                .param(id)
                .update();
        assertThat(page("/campaigns/one-page")).contains("完成 2 → 3 个单位");
    }

    @Test
    void aPracticeCampaignIsNotPublished() {
        UUID id = running();
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
