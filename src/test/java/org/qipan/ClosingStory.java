package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** From the last stage to the circular. */
final class ClosingStory {

    private final Cast cast;
    private final PlanStory plan;

    ClosingStory(Cast cast, PlanStory plan) {
        this.cast = cast;
        this.plan = plan;
    }

    void leaderClosesEveryStageAndSaysWhy() {
        Visitor leader = cast.leader();
        for (String stage : new String[] {"宣传发动", "走访服务", "评估总结"}) {
            Page page = leader.open(leader.task(stage, PlanStory.NAME));
            leader.submitTask(null);
            assertThat(leader.text()).as("units are still at work").contains("还不能提交");
            page.fill("[name=reason]", "其余各村转为日常服务");
            leader.submitTask(null);
        }
        leader.open(plan.campaign());
        assertThat(leader.text()).contains("汇总报送");
    }

    /** Its owner writes it, another reads it through. */
    void townAddsAModelCase() {
        compiles();
        Visitor officer = cast.officer();
        officer.press("准备本单位材料");
        Page page = officer.page();
        page.fill("#case-1-title", "三户租户在村里办好登记");
        page.fill("#case-1-text", "村工作人员上门说明办法，约好时间，一次办完。");
        page.check("#case-1 [name=consent]");
        officer.press(page.locator("#case-1"), "保存");
        Visitor leader = cast.leader();
        leader.open(page.url().replaceAll("^https?://[^/]+", "").replaceAll("[?#].*", ""));
        leader.press("我已通读，可以报送");
    }

    void townReports() {
        Page page = compiles();
        assertThat(page.inputValue("form.task-work [name=summary]"))
                .as("drafted from the figures")
                .isNotBlank();
        page.check("form.task-work [name=confirmed]");
        cast.officer().submitTask(null);
        assertThat(page.url()).as(cast.officer().text()).endsWith("/worklist");
    }

    void cityReturnsOneItemAndOnlyThatCanBeChanged() {
        Visitor city = cast.city();
        Page desk = city.open(city.task(PlanStory.NAME, PlanStory.NAME));
        desk.locator("details.task-more > summary").click();
        Locator back = desk.locator("details.task-more details")
                .filter(new Locator.FilterOptions().setHasText("退回修改"))
                .first();
        back.locator("summary").click();
        Locator entry = back.locator(".task-return").filter(new Locator.FilterOptions().setHasText("总结"));
        entry.locator("input[type=checkbox]").check();
        entry.locator("input.form-control").fill("请写明各村情况");
        city.press(back, "退回修改");
        Page page = cast.officer().open(plan.campaign());
        cast.officer()
                .leave(() -> page.locator("main a[href^='/reports/packages/']")
                        .first()
                        .click());
        assertThat(page.locator("main form[action*='/items/']").all().stream().map(form -> form.getAttribute("action")))
                .singleElement()
                .asString()
                .endsWith("/items/summary");
        assertThat(cast.officer().text()).contains("请写明各村情况");
    }

    void townCorrectsAndTheCityAccepts() {
        Page page = compiles();
        page.fill("form.task-work [name=summary]", page.inputValue("form.task-work [name=summary]") + "\n各村均已完成宣传。");
        page.check("form.task-work [name=confirmed]");
        cast.officer().submitTask(null);
        Visitor city = cast.city();
        city.open(city.task(PlanStory.NAME, PlanStory.NAME));
        city.submitTask("accept");
    }

    private Page compiles() {
        Visitor officer = cast.officer();
        Page page = officer.open(plan.campaign());
        officer.leave(() -> page.locator("main a.btn-primary").click());
        return page;
    }

    void leaderSignsTheCircularAndTheCampaignIsClosed() {
        Visitor leader = cast.leader();
        Page page = leader.open(leader.task(PlanStory.NAME, PlanStory.NAME));
        assertThat(page.locator("form.task-work [name=content]").count())
                .as(leader.text())
                .isEqualTo(1);
        assertThat(page.inputValue("form.task-work [name=content]")).contains("新伦");
        leader.submitTask(null);
        leader.open(plan.campaign());
        assertThat(leader.text()).contains("已办结");
        Visitor worker = cast.worker();
        worker.open("/circulars");
        worker.leave(() -> worker.page().locator("#circulars li a").first().click());
        String circular = worker.page().url().replaceAll("^https?://[^/]+", "");
        assertThat(worker.text()).contains("〔");
        worker.press("本单位已阅");
        assertThat(leader.open(circular)
                        .locator("section[aria-labelledby=receipts-title] li")
                        .filter(new Locator.FilterOptions().setHasText("新伦"))
                        .innerText())
                .contains("已阅");
    }
}
