package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;

/** A resident on a borrowed phone, and the people at the desks: one matter from the first word to the answer. */
final class ComplaintStory {

    private static final String WORDS = "出租屋楼梯间的灯坏了三个月，晚上下班摔过一跤，房东一直不修。";
    private static final String TITLE = "出租屋楼梯间照明损坏";
    private static final String HOUSING = Cast.TOWN + "-06";

    private final Cast cast;
    private String words = "";
    private String pin = "";

    ComplaintStory(Cast cast) {
        this.cast = cast;
    }

    private Visitor desk() {
        return cast.at(1280, "complaint-officer." + Cast.TOWN);
    }

    void residentFilesWithoutALogIn() {
        Visitor resident = cast.phone();
        Page page = resident.open("/complaint");
        page.fill("#place", "新伦村");
        onward(resident);
        if (page.locator("input[name=placeChoice]").count() > 0) {
            page.locator("input[name=placeChoice]").first().check();
            onward(resident);
        }
        page.check("input[name=mode][value=anonymous]");
        page.fill("#words", WORDS);
        page.check("input[name=electronic]");
        onward(resident);
        assertThat(resident.text()).contains(WORDS);
        onward(resident);
        words = String.join(" ", page.locator(".eight li").allInnerTexts());
        pin = page.locator("[data-pin]").innerText();
        assertThat(words.split(" ")).hasSize(8);
        assertThat(resident.context().cookies())
                .as("nothing is left on a borrowed phone")
                .isEmpty();
    }

    private static void onward(Visitor resident) {
        resident.leave(() -> resident.page().locator("main button.main").first().click());
    }

    void deskSortsItInItsOwnWords() {
        Visitor desk = desk();
        Page page = desk.open(desk.task("登记分类", "新收信访事项 · 网上"));
        assertThat(desk.text()).contains(WORDS);
        page.check("input[name=kind][value=complaint]");
        page.fill("[name=title]", TITLE);
        page.fill("[name=digest]", "住户反映出租屋楼梯间照明损坏，要求督促修复。");
        page.check("input[name=route][value=petition]");
        page.selectOption("[name=lead]", HOUSING);
        desk.submitTask(null);
    }

    void handlingUnitAnswersWithoutKnowingWhoAsked() {
        Visitor handler = cast.at(1280, "department-officer." + HOUSING);
        Page page = handler.open(handler.task("承办信访事项", TITLE));
        assertThat(handler.text()).contains("要求督促修复").doesNotContain("摔过一跤");
        page.check("input[name=decision][value=opinion]");
        page.check("input[name=verdict][value=explain]");
        page.fill("[name=facts]", "现场检查属实，房东当天已更换灯具。");
        page.fill("[name=opinion]", "已督促修复。");
        page.fill("[name=basis]", "民法典第七百一十二条");
        handler.submitTask(null);
    }

    void headSignsAndTheDeskServesIt() {
        Visitor leader = cast.leader();
        leader.open(leader.task("审签处理意见", TITLE)).check("input[name=decision][value=signed]");
        leader.submitTask(null);
        Visitor desk = desk();
        Page page = desk.open(desk.task("送达文书", TITLE));
        page.check("input[name=how][value=electronic]");
        page.fill("[name=servedOn]", LocalDate.now().toString());
        desk.submitTask(null);
    }

    void residentReadsTheAnswerByHisEightWords() {
        Visitor resident = cast.phone();
        Page page = resident.open("/track");
        page.fill("#receipt", words);
        page.fill("#pin", "000000".equals(pin) ? "111111" : "000000");
        onward(resident);
        String wrong = resident.text();
        page.fill("#receipt", words);
        page.fill("#pin", pin);
        onward(resident);
        assertThat(resident.text()).contains("已督促修复").doesNotContain("department-officer");
        assertThat(wrong).doesNotContain("已督促修复");
        assertThat(List.of(page.url())).noneMatch(url -> url.contains(pin));
    }
}
