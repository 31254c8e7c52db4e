package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.springframework.jdbc.core.simple.JdbcClient;

/** W2 村级一天, on a 360 px phone. */
final class VillageStory {

    private final Cast cast;
    private final JdbcClient jdbc;

    VillageStory(Cast cast, JdbcClient jdbc) {
        this.cast = cast;
        this.jdbc = jdbc;
    }

    /** Bottom bar, kind, save. */
    void recordsAVisitInThreeTaps() {
        Page page = cast.worker().open("/");
        page.locator("nav.qp-nav a[href='/work-records']").tap();
        page.locator("label.qp-kind:has(input[value='visit-rental'])").first().tap();
        page.locator("form[data-record] button.btn-primary").tap();
        page.waitForSelector("[data-toast]");
        assertThat(page.locator("[data-toast]").innerText()).contains("已保存", "撤销");
        assertThat(records()).isEqualTo(1);
    }

    void undoesItAndRecordsItAgain() {
        Page page = cast.worker().page();
        page.locator("[data-toast] button").tap();
        page.waitForCondition(() -> records() == 0);
        page = cast.worker().open("/work-records");
        page.locator("label.qp-kind:has(input[value='visit-rental'])").first().tap();
        page.locator("form[data-record] button.btn-primary").tap();
        page.waitForCondition(() -> records() == 1);
        page = cast.worker().open("/work-records");
        assertThat(page.locator("section[aria-labelledby=own-title] .list-group-item")
                        .count())
                .isEqualTo(1);
    }

    void isAskedToLeaveAPrivateWordOut() {
        Page page = cast.worker().open("/work-records");
        page.locator("label.qp-kind:has(input[value='consultation'])").first().tap();
        page.fill("#note", "路口第三户怀孕，要办居住证");
        page.locator("form[data-record] button.btn-primary").tap();
        Locator remove = page.locator("button[name=clean]");
        remove.waitFor();
        assertThat(page.locator("form[data-record]").innerText()).contains("请勿记录");
        remove.tap();
        page.waitForSelector("[data-toast]");
        assertThat(jdbc.sql("select note from work_record where kind = 'consultation' and withdrawn_at is null")
                        .query(String.class)
                        .single())
                .doesNotContain("怀孕")
                .contains("要办居住证");
    }

    /** A thumb in the cold needs 48 px, eyes of fifty 16 px type. */
    void findsEverythingLargeEnough() {
        Visitor worker = cast.worker();
        for (String path :
                new String[] {"/", "/work-records", "/worklist", worker.task("走访服务", PlanStory.NAME), "/feedback"}) {
            Page page = worker.open(path);
            assertThat(PageRules.tooSmall(page)).as("targets on " + path).isEmpty();
            assertThat(page.evaluate("getComputedStyle(document.body).fontSize"))
                    .as("type on " + path)
                    .isEqualTo("16px");
        }
    }

    void readsLargeTypeWithoutScrollingSideways() {
        Visitor worker = cast.worker();
        worker.open("/");
        worker.page().locator("header button[name=state]").tap();
        worker.page().waitForSelector("body.qp-large");
        for (String path : new String[] {
            "/", "/work-records", "/worklist", worker.task("走访服务", PlanStory.NAME), worker.task("宣传发动", PlanStory.NAME)
        }) {
            worker.open(path);
            assertThat(worker.scrollsSideways()).as("large type on " + path).isFalse();
        }
        worker.open("/");
        worker.page().locator("header button[name=state]").tap();
        worker.page().waitForSelector("body:not(.qp-large)");
    }

    /** 现场停办·求助: the clock of the village stops, the town knows at once, nobody is blamed. */
    void stopsAVisitAndAsksForHelp() {
        Visitor worker = cast.worker();
        String task = worker.task("走访服务", PlanStory.NAME);
        Page page = worker.open(task);
        assertThat(page.locator("#checklist aside").innerText()).contains("上门须知", "先出示证件");
        worker.press(item(page, "走访服务"), "现场停办·求助");
        assertThat(worker.text()).contains("已停办，并已告知上级。这不影响对您的评价。");
        assertThat(item(page, "走访服务").innerText()).contains("已停办");
        assertThat(page.locator(".task-head").innerText()).contains("停计");
        cast.officer().open("/worklist?tab=toread");
        assertThat(cast.officer().text()).contains("现场停办·求助", PlanStory.NAME);
        worker.press(item(page, "走访服务"), "恢复办理");
        assertThat(item(page, "走访服务").innerText()).doesNotContain("已停办");
        assertThat(page.locator(".task-head").innerText()).doesNotContain("停计");
    }

    void fillsTheChecklistAndTheHeadSubmits() {
        Visitor worker = cast.worker();
        fills("2");
        worker.submitTask(null);
        Visitor head = cast.head();
        head.open(head.task("宣传发动", PlanStory.NAME));
        head.page().fill("[name=evaluation]", "横幅已挂，村民愿意来问。");
        head.submitTask(null);
        assertThat(head.text())
                .as("the minimum of the other item is not reached")
                .contains("悬挂宣传横幅");
        assertThat(head.page().inputValue("[name=evaluation]")).contains("村民愿意来问");
        head.page().fill("[name=reason]", "另两条下周到货");
        head.submitTask(null);
        assertThat(head.hasTask("宣传发动", PlanStory.NAME)).isFalse();
    }

    void townReturnsOneItem() {
        Visitor officer = cast.officer();
        Page page = officer.open(officer.task("新伦村 · 宣传发动", PlanStory.NAME));
        page.locator("details.task-more > summary").click();
        Locator back = page.locator("details.task-more details")
                .filter(new Locator.FilterOptions().setHasText("退回修改"))
                .first();
        back.locator("summary").click();
        Locator entry = back.locator(".task-return").filter(new Locator.FilterOptions().setHasText(PlanStory.ADDED));
        entry.locator("input[type=checkbox]").check();
        entry.locator("input.form-control").fill("数量请再核对");
        officer.press(back, "退回修改");
        assertThat(officer.page().url()).endsWith("/worklist");
    }

    /** Over a connection that drops, with a log-in that ends in between. */
    void villageCorrectsOnlyThat() {
        try (Visitor worker = cast.slow(360, "village-worker." + Cast.VILLAGE)) {
            Weight.ofFirstPage(worker.page());
            String task = worker.task("宣传发动", PlanStory.NAME);
            Page page = worker.open(task);
            assertThat(item(page, PlanStory.ADDED).innerText()).contains("数量请再核对");
            assertThat(item(page, "悬挂宣传横幅").locator("form").count()).isZero();
            item(page, PlanStory.ADDED).locator("input[name=value]").fill("3");
            jdbc.sql("delete from spring_session where session_id = ?")
                    .param(worker.session())
                    .update();
            worker.press(item(page, PlanStory.ADDED), "保存这一项");
            assertThat(worker.text()).contains("登录已过期，这一次没有提交");
            worker.leave(() -> page.locator("a[data-expired]").click());
            assertThat(page.url()).endsWith(task);
            assertThat(worker.text()).contains("登录过期前写的文字已放回");
            assertThat(item(page, PlanStory.ADDED).locator("input[name=value]").inputValue())
                    .isEqualTo("3");
            worker.press(item(page, PlanStory.ADDED), "保存这一项");
            assertThat(worker.text()).doesNotContain("登录过期前写的文字已放回");
            worker.submitTask(null);
            assertThat(worker.complaints()).isEmpty();
        }
        Visitor head = cast.head();
        head.open(head.task("宣传发动", PlanStory.NAME));
        head.page().fill("[name=evaluation]", "已核对，共3条。");
        head.page().fill("[name=reason]", "另两条下周到货");
        head.submitTask(null);
    }

    void townAccepts() {
        Visitor officer = cast.officer();
        officer.open(officer.task("新伦村 · 宣传发动", PlanStory.NAME));
        officer.submitTask("accept");
        officer.open("/campaigns");
        assertThat(jdbc.sql("select count(*) from unit_stage where unit = :unit and state = 'accepted'")
                        .param("unit", Cast.VILLAGE)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private void fills(String count) {
        Visitor worker = cast.worker();
        Page page = worker.open(worker.task("宣传发动", PlanStory.NAME));
        item(page, PlanStory.ADDED).locator("input[name=value]").fill(count);
        worker.press(item(page, PlanStory.ADDED), "保存这一项");
        assertThat(item(page, PlanStory.ADDED).locator("input[name=value]").inputValue())
                .isEqualTo(count);
    }

    private static Locator item(Page page, String name) {
        return page.locator("#checklist section.card")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("h3").filter(new Locator.FilterOptions().setHasText(name))));
    }

    private int records() {
        return jdbc.sql(
                        "select count(*) from work_record where kind = 'visit-rental' and unit = :unit and withdrawn_at is null")
                .param("unit", Cast.VILLAGE)
                .query(Integer.class)
                .single();
    }
}
