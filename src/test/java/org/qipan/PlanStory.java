package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qipan.Visitor.soon;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** W1 方案到印发. */
final class PlanStory {

    static final String NAME = "集中服务月";
    /** The task this story adds, the only one of the first stage that the village states itself. */
    static final String ADDED = "张贴横幅";

    private static final String PAPER = "走访服务手册.txt";
    private static final String FUNDS = "活动经费由街道统筹安排，随事拨付。";

    private final Cast cast;
    private final JdbcClient jdbc;
    private final LocalDate today = LocalDate.now(Clock.systemDefaultZone());
    private String plan = "";

    PlanStory(Cast cast, JdbcClient jdbc) {
        this.cast = cast;
        this.jdbc = jdbc;
    }

    String campaign() {
        return plan.substring(0, plan.length() - "/plan".length());
    }

    void createsFromTheSample() {
        Page page = cast.officer().open("/");
        page.click("nav.qp-nav a[href='/campaigns']");
        page.locator("main a.btn-primary").click();
        page.fill("#name", NAME);
        cast.officer().press("新建");
        page.waitForURL("**/plan");
        plan = page.url().replaceAll("^https?://[^/]+", "").replaceAll("[?#].*", "");
        assertThat(page.inputValue("[name='document']")).contains("流动人口集中服务专项活动");
        assertThat(page.inputValue("[name='seats.0.kind']")).isEqualTo("CHAIR");
        assertThat(page.locator("#stages fieldset")
                        .locator("input[name$='.name']")
                        .count())
                .isEqualTo(3);
    }

    /** All three overlap and began before anyone approved them, so that the whole campaign runs today. */
    void datesTheStagesBeforeTheApproval() {
        Page page = cast.officer().page();
        page.fill("[name='stages.0.opens']", today.getMonthValue() + "月初");
        page.fill("[name='stages.0.closes']", today.plusDays(2).toString());
        page.fill("[name='stages.1.opens']", today.minusDays(9).toString());
        page.fill("[name='stages.1.closes']", today.plusDays(20).toString());
        page.fill("[name='stages.2.opens']", today.toString());
        page.fill("[name='stages.2.closes']", today.plusDays(30).toString());
        cast.officer().press(page.locator("#stages"), "保存");
        assertThat(page.locator("#stages .field-error").count()).isZero();
        assertThat(page.inputValue("[name='stages.0.opens']")).contains("月上旬");
    }

    void addsATaskThatOnlyTheTownCouldDo() {
        Page page = cast.officer().page();
        cast.officer().press(page.locator("#tasks"), "加任务");
        page.fill(field("name"), ADDED);
        page.fill(field("text"), "在村口张贴，不少于2条。");
        page.selectOption(field("lead"), Cast.TOWN + "-02");
        page.selectOption(field("stage"), "1");
        page.selectOption(field("unitKind"), "village");
        page.selectOption(field("form"), "count");
        page.fill(field("minimum"), "2");
        page.fill(field("unitOfMeasure"), "条");
        page.fill(field("minutes"), "6");
        page.fill(field("notice"), "3");
        cast.officer().press(page.locator("#tasks"), "保存");
        assertThat(added(page).innerText()).contains(ADDED, "缺清单事项", "只能派镇级");
        assertThat(page.inputValue(field("unitKind"))).as("stays with the town").isEqualTo("township");
    }

    void sendsItToVillagesOnceItNamesItsDuty() {
        Page page = cast.officer().open(plan);
        unfold(added(page));
        page.selectOption(field("unitKind"), "village");
        page.selectOption(field("dutyItem"), "CJ-01");
        page.fill(field("basis"), "人口与计划生育法 第十三条");
        cast.officer().press(page.locator("#tasks"), "保存");
        assertThat(page.locator("#tasks .field-error").count()).isZero();
        assertThat(added(page).innerText()).contains("有清单事项");
        String before = page.locator(".plan-ledger-sum").innerText();
        unfold(added(page));
        page.fill(field("minutes"), "16");
        page.waitForCondition(
                () -> !page.locator(".plan-ledger-sum").innerText().equals(before));
        assertThat(page.locator(".plan-ledger-lines").innerText()).contains(ADDED, "16 分钟");
    }

    void refusesTheOldWordsAndSaysWhy() {
        Page page = cast.officer().page();
        page.fill(field("name"), "双查出租屋");
        cast.officer().press(page.locator("#tasks"), "保存");
        assertThat(page.locator("#tasks").innerText()).contains("双查", "系统只做服务");
        page.fill(field("name"), ADDED);
        cast.officer().press(page.locator("#tasks"), "保存");
        assertThat(page.locator("#tasks .field-error").count()).isZero();
    }

    /** Saved by itself, like everything that is typed. */
    void attachesAPaperToTheLibrary() {
        Page page = cast.officer().open(plan);
        page.setInputFiles(
                "#library input[type='file']",
                new FilePayload(PAPER, "text/plain", "带好工作证。".getBytes(StandardCharsets.UTF_8)));
        page.locator("#saved-library").getByText("已保存").waitFor();
        page = cast.officer().open(plan);
        Locator line = page.locator("#library label.form-check").filter(new Locator.FilterOptions().setHasText(PAPER));
        assertThat(line.locator("input").isChecked()).isTrue();
    }

    /** The paper opens for whoever has this page before him. */
    private static void opensThePaper(Page page) {
        Locator paper =
                page.locator("#library a, .campaign-part a").filter(new Locator.FilterOptions().setHasText(PAPER));
        assertThat(page.request().get(paper.getAttribute("href")).text()).isEqualTo("带好工作证。");
    }

    void submits() {
        cast.officer().press("送审");
        assertThat(cast.officer().text()).contains("审批中");
    }

    void leaderReturnsOneSection() {
        Visitor leader = cast.leader();
        Page page = leader.open("/campaigns/one-page");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("去定"))
                .first()
                .click();
        assertThat(page.locator("#remark-funds").isVisible())
                .as("the plan is read by its titles")
                .isFalse();
        unfold(page.locator("#funds"));
        opensThePaper(page);
        page.fill("#remark-funds", "写明经费由街道统筹");
        leader.press(page.locator("#funds"), "退回这一项");
        assertThat(page.locator("#funds").innerText()).contains("退回");
        assertThat(page.locator("#remark-funds").isVisible()).isTrue();
        assertThat(leader.scrollsSideways()).as("the review on a phone").isFalse();
        leader.submitTask("return");
        assertThat(leader.hasTask("编制中", NAME)).isFalse();
    }

    void onlyTheReturnedSectionCanBeChanged() {
        Page page = cast.officer().open(plan);
        assertThat(page.locator("#funds").innerText()).contains("写明经费由街道统筹");
        assertThat(page.locator("section.card form button")
                        .filter(new Locator.FilterOptions().setHasText("保存"))
                        .count())
                .isEqualTo(1);
        assertThat(page.locator("#aims textarea").isEditable()).isFalse();
        page.fill("#funds textarea", FUNDS);
        // at once, before the page has saved it by itself: what was just typed goes along
        cast.officer().press("送审");
        assertThat(cast.officer().text()).contains("审批中");
    }

    void leaderApprovesAndTheVillagesHaveTheirTasks() {
        Visitor leader = cast.leader();
        Page page = leader.open("/campaigns/one-page");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("去定"))
                .first()
                .click();
        leader.submitTask("approve");
        soon(() -> assertThat(villagesWithTasks()).isEqualTo(19));
        cast.worker().task("宣传发动", NAME);
        opensThePaper(cast.worker().open(campaign()));
    }

    private int villagesWithTasks() {
        return jdbc.sql("select count(distinct unit) from work_item where role = 'village-worker' and case_id = :case")
                .param("case", java.util.UUID.fromString(campaign().replace("/campaigns/", "")))
                .query(Integer.class)
                .single();
    }

    void anyoneReadsThePlan() {
        try (Visitor stranger = cast.stranger()) {
            Page page = stranger.page();
            page.navigate("/open");
            page.getByText(NAME).first().click();
            String plan = page.locator("main").innerText();
            assertThat(plan).contains("宣传发动", "走访服务", ADDED, FUNDS, PAPER, "0760-85168623", "分管领导");
            assertThat(page.locator("main a[href*='/files/']").count()).isZero();
            assertThat(plan).doesNotContainPattern("1[3-9][0-9]{9}");
            assertThat(stranger.complaints()).isEmpty();
        }
    }

    /** The line of the task this story added. */
    private static Locator added(Page page) {
        return page.locator("#tasks details.plan-task").last();
    }

    private static void unfold(Locator folded) {
        folded.locator("summary").first().click();
    }

    /** Of the task this story added: the tenth. */
    private static String field(String name) {
        return "[name='tasks.9." + name + "']";
    }
}
