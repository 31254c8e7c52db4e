package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two clicks, two people, two screens, and a session that ends in the middle. */
final class RoughDayStory {

    private static final String SECOND = "second.officer";

    private final Cast cast;
    private final PlanStory plan;
    private final JdbcClient jdbc;

    RoughDayStory(Cast cast, PlanStory plan, JdbcClient jdbc) {
        this.cast = cast;
        this.plan = plan;
        this.jdbc = jdbc;
    }

    /** The very same request twice, as an impatient thumb or a dropped connection sends it. */
    void sendingTwiceHasOneEffect() {
        Visitor officer = cast.officer();
        Page page = officer.open(officer.task("走访服务", PlanStory.NAME));
        String form = "form[action$='/notes']";
        for (int i = 0; i < 2; i++) {
            APIResponse answer = officer.context()
                    .request()
                    .post(
                            page.locator(form).getAttribute("action"),
                            RequestOptions.create()
                                    .setForm(FormData.create()
                                            .set(
                                                    "_csrf",
                                                    page.locator("meta[name=_csrf]")
                                                            .getAttribute("content"))
                                            .set("idempotencyKey", page.inputValue(form + " [name=idempotencyKey]"))
                                            .set("text", "两次点击，一条批注")));
            assertThat(answer.status()).isEqualTo(200);
        }
        page.reload();
        assertThat(officer.text().split("两次点击，一条批注", -1)).hasSize(2);
    }

    void theSecondOfTwoPeopleKeepsHisText() {
        Visitor first = cast.officer();
        try (Visitor second = cast.another(1280, hired())) {
            String task = first.task("走访服务", PlanStory.NAME);
            second.open(task);
            first.open(task);
            second.page().fill("form.task-work textarea", "我也写了一段话");
            first.page().fill("form.task-work textarea", "先办的");
            first.submitTask(null);
            var answer = second.page()
                    .waitForResponse(sent -> sent.request().method().equals("POST"), () -> second.submitTask(null));
            assertThat(answer.status()).isEqualTo(409);
            assertThat(second.text()).contains("我也写了一段话", "民众街道");
        }
    }

    /** Somebody saves a section of a plan that somebody else still has on the screen. */
    void aStalePageIsComparedInsteadOfOverwriting() {
        Visitor first = cast.officer();
        first.open("/campaigns/new");
        first.page().fill("#name", "冬季服务周");
        first.page().check("input[name=from][value=blank]");
        first.press("新建");
        first.page().waitForURL("**/plan");
        try (Visitor second = cast.another(1280, hired())) {
            String draft = first.page().url().replaceAll("^https?://[^/]+", "").replaceAll("[?#].*", "");
            second.open(draft);
            first.page().fill("#aims textarea", "让新市民就近办事");
            first.press(first.page().locator("#aims"), "保存");
            second.page().fill("#aims textarea", "另一个人的目标");
            second.press(second.page().locator("#aims"), "保存");
            assertThat(second.text()).contains("另一个人的目标", "让新市民就近办事", "别人刚改过");
        }
    }

    void anExpiredSessionKeepsTheDraft() {
        Visitor worker = cast.worker();
        String task = worker.task("走访服务", PlanStory.NAME);
        Page page = worker.open(task);
        page.fill("form.task-work textarea", "写到一半的话");
        page.waitForSelector("[data-draft-status]:has-text('已自动保存')");
        jdbc.sql("delete from spring_session").update();
        page.navigate(task);
        page.waitForURL("**" + task + "*");
        assertThat(worker.text()).contains("草稿");
        worker.leave(() -> page.locator(".qp-draft-offer a.btn").click());
        assertThat(page.inputValue("form.task-work textarea")).isEqualTo("写到一半的话");
        cast.signInAgain();
    }

    /** A colleague in the same post, whom the realm of the tests gets here. */
    private static String hired() {
        TestKeycloak.change("POST", "/users", """
                {"username": "%s", "enabled": true, "firstName": "经办", "lastName": "第二", "email": "second@example.invalid",
                 "groups": ["/%s/township-officer"], "credentials": [{"type": "password", "value": "%s", "temporary": false}]}
                """.formatted(SECOND, Cast.TOWN, TestKeycloak.DEMO_PASSWORD));
        return SECOND;
    }
}
