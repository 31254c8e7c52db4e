package org.qipan.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qipan.PageTestConfig;
import org.qipan.SettableClock;
import org.qipan.casefile.CaseFiles;
import org.qipan.directory.RealmState;
import org.qipan.directory.TestUnits;
import org.qipan.mailbox.MailboxStates;
import org.qipan.workflow.FailedJob;
import org.qipan.workflow.FailedJob.Reason;
import org.qipan.workflow.TaskChanged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;

class OperationsPageTests {

    private static final String TOWN = "442000007000";
    private static final Instant AT = Instant.parse("2026-11-20T01:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

    private static AnnotationConfigWebApplicationContext context;
    private static MockMvc mvc;
    private static EngineRoom room;
    private static JdbcClient jdbc;

    @BeforeAll
    static void start() {
        DataSource database = TestUnits.database();
        JdbcClient.create(database)
                .sql(
                        "insert into calendar_year (year, source, loaded_at) values (2026, 'test', '2025-11-20T00:00:00Z')")
                .update();
        context = new AnnotationConfigWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.addBeanFactoryPostProcessor(factory -> factory.registerSingleton("source", database));
        context.register(PageTestConfig.class, EngineRoom.Wiring.class);
        context.refresh();
        room = context.getBean(EngineRoom.class);
        jdbc = context.getBean(JdbcClient.class);
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .defaultRequest(get("/").locale(Locale.CHINA))
                .apply(springSecurity())
                .build();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @BeforeEach
    void calm() {
        room.reset();
        jdbc.sql("delete from work_item").update();
        jdbc.sql("delete from hotline_callback").update();
        asked(NOW, null);
        jdbc.sql("truncate recovery_drill").update();
        jdbc.sql("truncate audit restart identity").update();
        context.getBean(SettableClock.class).set(NOW.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"township-leader", "security-admin", "audit-admin", "city-leader"})
    void isClosedToEveryoneButTheSystemAdministrator(String role) throws Exception {
        room.failed.add(job("7", null, Reason.OTHER));
        for (MockHttpServletRequestBuilder request : List.of(
                get("/operations"),
                get("/operations/drills"),
                post("/operations/drills")
                        .param("idempotencyKey", UUID.randomUUID().toString()),
                post("/operations/jobs/7/retry"),
                post("/operations/worklist/rebuild").param("confirmed", "true"))) {
            mvc.perform(request.with(csrf()).with(user("x").roles(role))).andExpect(status().isForbidden());
        }
        assertThat(room.retried).isEmpty();
    }

    @Test
    void saysThatNothingNeedsToBeDone() throws Exception {
        assertThat(page())
                .contains("没有停住的流程", "后台步骤按时执行", "2026-11-20 02:30", "912 人", "第 2 版（现行）", "第 1 版（旧）", "1234")
                .contains("<td class=\"operations-figure\">4</td>")
                .contains("2026年的放假安排已导入。")
                .doesNotContain("重启", "放假安排后，请在", "重建</button>", "重试</button>");
        assertThat(ask(get("/operations").locale(Locale.ENGLISH)).getContentAsString(StandardCharsets.UTF_8))
                .contains("No process has stopped");
    }

    @Test
    void showsFailedWorkWithItsCaseInPlainWords() throws Exception {
        UUID campaign = context.getBean(CaseFiles.class).open("campaign", "6月集中服务活动", TOWN, UUID.randomUUID());
        room.failed.add(job("7", campaign.toString(), Reason.CONTENDED));
        assertThat(page()).contains("6月集中服务活动", "停在：专项活动 · 启动阶段", "直接重试一般就能成功", "2026-11-20 09:00", "技术代号：X");
    }

    @Test
    void findsTheCaseOfARowThroughItsCapability() throws Exception {
        room.caseOfRows = context.getBean(CaseFiles.class).open("campaign", "各村自查", TOWN, UUID.randomUUID());
        room.failed.add(job("7", "4711", Reason.OTHER));
        assertThat(page()).contains("各村自查");
    }

    @Test
    void namesNoCaseThatIsGoneAndNoTitleThatMayQuoteAPerson() throws Exception {
        UUID complaint = context.getBean(CaseFiles.class).open("complaint", "张三投诉", TOWN, UUID.randomUUID());
        room.failed.add(job("7", complaint.toString(), Reason.OTHER));
        room.failed.add(job("8", "nothing", Reason.OTHER));
        room.failed.add(job("9", null, Reason.OTHER));
        assertThat(page()).contains("未编号的事项（" + complaint, "没有对应的事项").doesNotContain("张三");
    }

    @Test
    void triesFailedWorkAgainAndRecordsWhoWantedIt() throws Exception {
        room.failed.add(job("7", null, Reason.OTHER));
        MockHttpServletResponse answer = ask(post("/operations/jobs/7/retry"));
        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getRedirectedUrl()).isEqualTo("/operations");
        assertThat(room.retried).containsExactly("7");

        ask(post("/operations/jobs/7/retry"));

        assertThat(acts()).containsExactly("operations.audit.retried 7 " + EngineRoom.ADMIN);
    }

    @Test
    void findsDriftAndRebuildsOnlyAfterAYes() throws Exception {
        room.caseOfRows = context.getBean(CaseFiles.class).open("campaign", "走访服务", TOWN, UUID.randomUUID());
        room.open.add(new TaskChanged(
                TaskChanged.Kind.CREATED,
                "t1",
                "Task_WorkChecklist",
                "campaign-unit",
                "1",
                "township-officer@" + TOWN,
                null));
        assertThat(compared()).contains("待办 0 件；缺 1 件，多 0 件，不一致 0 件", "重建</button>");

        MockHttpServletResponse refused = ask(post("/operations/worklist/rebuild"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("请先勾选确认");
        assertThat(items()).isZero();

        MockHttpServletResponse done = ask(post("/operations/worklist/rebuild").param("confirmed", "true"));
        assertThat(done.getRedirectedUrl()).isEqualTo("/operations?compare=true");
        assertThat(items()).isEqualTo(1);
        assertThat(compared()).contains("待办 1 件；缺 0 件", "完全一致").doesNotContain("重建</button>");
        assertThat(acts()).containsExactly("operations.audit.rebuilt work_item " + EngineRoom.ADMIN);
    }

    @Test
    void offersToLetAStoppedCopyThroughUntilSomebodyDid() throws Exception {
        RealmState calm = EngineRoom.CALM;
        room.realm = stopped(calm, false);
        assertThat(page()).contains("由 912 人变为 800 人", "/directory/alert/acceptance");
        room.realm = stopped(calm, true);
        assertThat(page()).contains("将按新名单同步").doesNotContain("/directory/alert/acceptance");
    }

    private static void asked(Instant at, String failure) {
        jdbc.sql("""
                        insert into mailbox_poll (mailbox, at, failure) values (?, ?, ?)
                        on conflict (mailbox) do update set at = excluded.at, failure = excluded.failure""")
                .params(MailboxStates.NAME, at.atOffset(java.time.ZoneOffset.UTC), failure)
                .update();
    }

    /** Nobody else notices: the hotline hears nothing any more, and what residents mail lies unseen while its terms run. */
    @Test
    void isRedForCallbacksGivenUpAndForAMailboxThatCannotBeReached() throws Exception {
        assertThat(page()).contains("没有停下的回调", "收信正常");
        UUID matter = context.getBean(CaseFiles.class).open("complaint", "热线交办", TOWN, UUID.randomUUID());
        jdbc.sql("""
                        insert into complaint (id, channel, mode, desk, area, received, people, reachable, electronic, sealed)
                        values (?, 'hotline', 'named', ?, 442000007000, now(), 1, true, false, false)""").params(matter, TOWN).update();
        jdbc.sql("insert into hotline_matter (complaint, client, outside_number) values (?, 'hotline-12345', 'R-1')")
                .param(matter)
                .update();
        jdbc.sql("""
                        insert into hotline_callback (id, complaint, client, state, made, next_at, outcome)
                        values (?, ?, 'hotline-12345', 'handling', now(), now(), 'dead')""").params(UUID.randomUUID(), matter).update();
        asked(NOW, "unreachable");
        assertThat(page()).contains("有 1 条回调已经停下", "请到“系统对接”查看原因", "收信失败", "2026-11-20 10:00", "请核对邮件服务器");
        asked(AT, null);
        assertThat(page()).as("nobody asks any more").contains("收信失败");
        jdbc.sql("delete from mailbox_poll").update();
        assertThat(page()).contains("还没有收过信");
    }

    @Test
    void saysWhatToDoAboutEveryTrouble() throws Exception {
        room.executing = false;
        room.realm = new RealmState(true, null, null, true, AT, 0, 0, null);
        context.getBean(SettableClock.class).set("2030-06-01T02:00:00Z");
        assertThat(page()).contains("请重启本机的棋盘服务", "自 2026-11-20 09:00 起没有应答", "2030年的放假安排还没有导入", "还没有", "怎么办");
        room.executing = true;
        room.late = 12;
        context.getBean(SettableClock.class).set("2026-12-05T02:00:00Z");
        assertThat(page()).contains("有 12 个后台步骤等了超过 5 分钟", "2027年的还没有");
    }

    @Test
    void aDrillIsNotedOnceAndHealthKnowsOfIt() throws Exception {
        assertThat(page()).contains("最近 92 天没有成功的恢复演练记录", "/operations/drills");
        String drills = ask(get("/operations/drills")).getContentAsString(StandardCharsets.UTF_8);
        assertThat(drills).contains("还没有演练记录", "本页不恢复任何数据", "<dt>审计记录</dt><dd>0</dd>");
        assertThat(drills.split("type=\"submit\"", -1)).as("nothing but noting").hasSize(2);
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            assertThat(drill(key, "2026-11-19", "true", "五项相符").getStatus()).isEqualTo(303);
        }
        assertThat(acts()).containsExactly("operations.audit.drilled 2026-11-19 " + EngineRoom.ADMIN);
        assertThat(page()).contains("1 天前的恢复演练是成功的").doesNotContain("没有成功的恢复演练记录");
        assertThat(drill(UUID.randomUUID().toString(), "2026-11-20", "false", "附件打不开")
                        .getStatus())
                .isEqualTo(303);
        assertThat(page()).as("a drill that failed restores no trust").contains("1 天前的恢复演练是成功的");
        assertThat(ask(get("/operations/drills")).getContentAsString(StandardCharsets.UTF_8))
                .contains("附件打不开", "五项相符");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, true, x, 不晚于今天",
        "昨天, true, x, 不晚于今天",
        "2026-11-19, , 写了字, 请选择结果",
        "2026-11-19, false, , 请写明哪里没有恢复"
    })
    void aDrillThatSaysTooLittleIsRefusedAndKept(String day, String passed, String note, String why) throws Exception {
        MockHttpServletResponse answer =
                drill(UUID.randomUUID().toString(), day, passed == null ? "" : passed, note == null ? "" : note);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .contains(why, "value=\"" + day + "\"", note == null ? "" : note);
        assertThat(acts()).isEmpty();
    }

    private static MockHttpServletResponse drill(String key, String day, String passed, String note) throws Exception {
        return ask(post("/operations/drills")
                .param("idempotencyKey", key)
                .param("day", day)
                .param("passed", passed)
                .param("note", note));
    }

    private static RealmState stopped(RealmState calm, boolean accepted) {
        return new RealmState(
                true, calm.full(), null, false, null, 912, 930, new RealmState.Drop(AT, 912, 800, 930, 820, accepted));
    }

    private static FailedJob job(String id, String ref, Reason reason) {
        return new FailedJob(id, ref, "campaign-unit", "专项活动", "启动阶段", reason, "X", AT);
    }

    private static String page() throws Exception {
        return ask(get("/operations")).getContentAsString(StandardCharsets.UTF_8);
    }

    private static String compared() throws Exception {
        return ask(get("/operations?compare=true")).getContentAsString(StandardCharsets.UTF_8);
    }

    private static MockHttpServletResponse ask(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = mvc.perform(
                        request.with(csrf()).with(user("x").roles("system-admin")))
                .andReturn()
                .getResponse();
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).doesNotContain("??", "th:", "style=", "onclick");
        return answer;
    }

    private static long items() {
        return jdbc.sql("select count(*) from work_item where state = 'open'")
                .query(Long.class)
                .single();
    }

    private static List<String> acts() {
        return jdbc.sql("select action || ' ' || object_id || ' ' || actor from audit order by id")
                .query(String.class)
                .list();
    }
}
