package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people ask of each other: more time, an opinion, a hand. Leaves the pages of it with something on them. */
final class AskingStory {

    private static final String WORK = "走访服务";

    private final Cast cast;
    private final JdbcClient jdbc;

    AskingStory(Cast cast, JdbcClient jdbc) {
        this.cast = cast;
        this.jdbc = jdbc;
    }

    void villageAsksForMoreTime() {
        Visitor worker = cast.worker();
        Page page = worker.open(worker.task(WORK, PlanStory.NAME) + "/extension");
        page.fill("[name=until]", page.getAttribute("[name=until]", "min"));
        page.fill("[name=reason]", "两户约在下周");
        worker.press("送批");
        assertThat(worker.text()).contains("已申请由", "两户约在下周", "撤回申请");
    }

    void villageAsksTheTownToJoin() {
        Visitor worker = cast.worker();
        Page page = worker.open(worker.task(WORK, PlanStory.NAME) + "/joints");
        page.fill("#unit", Cast.TOWN);
        page.fill("[name=question]", "居住证受理点的开放时间");
        page.fill(
                "[name=until]",
                LocalDate.now(Clock.systemDefaultZone()).plusDays(5).toString());
        worker.press("送出");
        assertThat(worker.text()).contains("已请 民众街道 会办", "居住证受理点的开放时间");
    }

    void villageFollowsItAndAsksTheHeadToAct() {
        Visitor worker = cast.worker();
        String task = worker.task(WORK, PlanStory.NAME);
        worker.open(task).locator("details.task-more > summary").tap();
        worker.press("关注");
        assertThat(worker.text()).contains("已关注。");
        worker.open(task + "/errand");
        worker.press("请人代办");
        assertThat(worker.text()).contains("代办。", "收回代办");
    }

    void officerGivesFeedback() {
        Visitor officer = cast.officer();
        officer.open("/feedback?from=/worklist").fill("#text", "待办列表能不能按村排");
        officer.press("提交意见");
        assertThat(officer.text()).contains("已收到，编号", "待答复");
    }

    void villageRaisesAProblem() {
        Visitor worker = cast.worker();
        Page page = worker.open("/problems/new");
        page.fill("[name=title]", "两处告知书不一致");
        page.fill("[name=text]", "来源地要求的材料与本地告知书不一致。");
        page.check("[name=kind][value=policy]");
        worker.press("上报");
        assertThat(worker.text()).contains("已上报。");
    }

    void leaderArrangesASubstitute() {
        Visitor leader = cast.leader();
        Page page = leader.open("/substitutions");
        Locator form = page.locator("form[method=post][action='/substitutions']");
        form.locator("select[name=substitute]").selectOption(new SelectOption().setLabel("民众街道联络员"));
        form.locator("[name=to]").fill(form.locator("[name=to]").getAttribute("min"));
        leader.press(form, "保存");
        assertThat(leader.text()).contains("代理已安排。", "民众街道联络员 代 民众街道分管领导");
    }

    /** Pages of the leader's own task, and the request that waits for him. */
    List<String> ofTheLeader() {
        Visitor leader = cast.leader();
        String task = leader.task(WORK, PlanStory.NAME);
        return List.of(
                task,
                task + "/errand",
                task + "/joints",
                task + "/extension",
                "/worklist/sight?task=" + task.substring(task.lastIndexOf('/') + 1),
                jdbc.sql("select '/substitutions/' || id from substitution")
                        .query(String.class)
                        .single(),
                leader.task("延期申请：新伦村 · " + WORK, PlanStory.NAME));
    }

    List<String> ofTheOfficer() {
        return List.of(
                cast.officer().task("会办：" + WORK, PlanStory.NAME),
                jdbc.sql("select '/problems/' || id from problem")
                        .query(String.class)
                        .list()
                        .get(0),
                "/takeovers",
                "/account");
    }

    List<String> ofTheHead() {
        Visitor head = cast.head();
        String task = head.task(WORK, PlanStory.NAME);
        return List.of(task, task + "/errand/return");
    }

    List<String> ofTheWorker() {
        String task = cast.worker().task(WORK, PlanStory.NAME);
        return List.of(task, "/worklist/grid?ids=" + task.substring(task.lastIndexOf('/') + 1), "/worklist/follows");
    }

    /** Of the system administrator, who has just confirmed who he is. */
    List<String> ofTheAdministrator() {
        Page page = cast.at(1280, "system-admin.442000000000").open("/staff/new");
        page.fill("#password", TestKeycloak.DEMO_PASSWORD);
        page.click("#kc-login");
        page.waitForURL("**/staff/new");
        String person = "/staff/"
                + jdbc.sql("select id from staff where username = :name")
                        .param("name", "village-worker." + Cast.VILLAGE)
                        .query(String.class)
                        .single();
        return List.of(
                "/staff/new",
                "/staff/import",
                "/staff/handover?unit=" + Cast.VILLAGE,
                "/staff/audit-admin",
                person,
                person + "/posts",
                person + "/slip",
                "/operations/drills");
    }
}
