package org.qipan.annual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.qipan.Replay;
import org.qipan.SignedIn;
import org.qipan.campaign.DemoPeople;
import org.qipan.casefile.Exclusions;
import org.qipan.complaint.Complaints;
import org.qipan.complaint.Matter;
import org.qipan.directory.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

/** 信访工作条例 art. 41: the yearly report, composed from data. */
@Replay
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnnualTests {

    @Autowired
    private Complaints complaints;

    @Autowired
    private Exclusions exclusions;

    @Autowired
    private DemoPeople people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private SignedIn pages;
    private Staff officer;
    private Staff leader;

    @BeforeAll
    void everybodyIsThere(@Autowired WebApplicationContext context) {
        pages = new SignedIn(context);
        people.arrive();
        officer = people.in("complaint-officer", Matter.TOWN);
        leader = people.in("township-leader", Matter.TOWN);
    }

    private UUID received(int year, String channel, String kind) {
        UUID id = complaints.file(Matter.named(), null, null);
        jdbc.sql("update complaint set received = ?::timestamptz, channel = ?, kind = ? where id = ?")
                .params(year + "-04-01T09:00:00+08:00", channel, kind, id)
                .update();
        jdbc.sql("update complaint_clock set done = started where complaint = ?")
                .param(id)
                .update();
        return id;
    }

    private static String address(int year) {
        return "/complaints/annual/" + year;
    }

    /** Art. 41: counts by channel, kind and field, terms, transfers, adopted suggestions, recommendations. */
    @Test
    void saysWhatTheLawWantsAndGivesNobodyAway() {
        for (int i = 0; i < 8; i++) {
            received(2021, "web", i < 6 ? "complaint" : "suggestion");
        }
        received(2021, "letter", "complaint");
        UUID own = received(2021, "visit", "complaint");
        exclusions.exclude(own, Matter.TOWN, "concerned");
        String page = pages.page(officer, address(2021));
        assertThat(page).contains("草稿", "反映较多的领域", "按期率", "转送", "采纳", "信访工作建议", "含本地区所辖各级", "只计本单位提出的");
        assertThat(rows(page, "totals"))
                .as("not what complains of the unit itself")
                .contains("<td class=\"qp-number\">9</td>");
        assertThat(rows(page, "clocks"))
                .as("numerator, denominator, rate")
                .contains(
                        "<td class=\"qp-number\">9</td><td class=\"qp-number\">9</td><td class=\"qp-number\">100.0%</td>");
        assertThat(rows(page, "channel")).doesNotContain(">8<", ">1<").contains(">*<");
        assertThat(rows(page, "suggestions")).doesNotContain(">2<").contains(">*<");
        assertThat(page).as("ADR 0022").contains("不列被反映的单位").doesNotContain("新伦村");
    }

    private static String rows(String page, String section) {
        int at = page.indexOf("aria-labelledby=\"annual-" + section);
        return page.substring(at, page.indexOf("</section>", at)).replaceAll("\\s*\\n\\s*", "");
    }

    /** The leader approves; what was approved stays as it was, whatever comes later. */
    @Test
    void anApprovedReportIsFrozenAndItsVersionsAreKept() throws Exception {
        for (int i = 0; i < 5; i++) {
            received(2020, "phone", "help");
        }
        MockHttpServletResponse refused = pages.send(officer, address(2020) + "/approval");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(pages.send(leader, address(2020) + "/approval").getRedirectedUrl())
                .isEqualTo(address(2020) + "?version=1");
        received(2020, "phone", "help");
        String first = pages.page(officer, address(2020));
        assertThat(first).contains("第 1 版");
        assertThat(rows(first, "totals"))
                .contains("<td class=\"qp-number\">5</td>")
                .doesNotContain("<td class=\"qp-number\">6</td>");
        assertThat(rows(pages.page(officer, address(2020) + "?version=0"), "totals"))
                .contains("<td class=\"qp-number\">6</td>");
        pages.send(leader, address(2020) + "/approval");
        assertThat(rows(pages.page(officer, address(2020)), "totals")).contains("<td class=\"qp-number\">6</td>");
        assertThat(rows(pages.page(officer, address(2020) + "?version=1"), "totals"))
                .contains("<td class=\"qp-number\">5</td>");

        MockHttpServletResponse sheet =
                pages.ask(officer, MockMvcRequestBuilders.get(address(2020) + "/export?version=1"));
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(sheet.getContentAsByteArray()))) {
            assertThat(book.getSheetAt(0).getRow(0).getCell(1).getStringCellValue())
                    .contains("第 1 版");
            assertThat(book.getSheetAt(0).getRow(5).getCell(1).getStringCellValue())
                    .isEqualTo("5");
        }
    }

    /** Art. 41: what is reported each year is reported of a whole one; its draft is there to read all the time. */
    @Test
    void theReportOfAYearThatIsNotOverIsADraft() {
        int year = LocalDate.now(clock).getYear();
        assertThat(pages.page(leader, address(year))).contains("草稿", "这一年还没有结束").doesNotContain("/approval");
        MockHttpServletResponse refused = pages.send(leader, address(year) + "/approval");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(refused)).contains("这一年还没有结束", "第四十一条");
        assertThat(pages.page(leader, address(year - 1))).contains("/approval");
        assertThat(pages.ask(leader, MockMvcRequestBuilders.get("/complaints/annual"))
                        .getRedirectedUrl())
                .as("without a year it is this one")
                .isEqualTo(address(year));
    }

    @Test
    void isThatOfTheReadersOwnUnit() {
        Staff villageWorker = people.in("village-worker", Matter.VILLAGE);
        assertThat(pages.ask(villageWorker, MockMvcRequestBuilders.get(address(2021)))
                        .getStatus())
                .isEqualTo(403);
        assertThat(pages.ask(officer, MockMvcRequestBuilders.get(address(2017))).getStatus())
                .isEqualTo(404);
        assertThat(pages.page(people.in("complaint-officer", Matter.CITY), address(2021)))
                .contains("中山市");
    }

    /** Whoever is recused from a matter is not told by a sum that there is one, whichever of the readers looks and before or after approval. */
    @Test
    void aMatterOneOfItsReadersIsRecusedFromIsInNoCountOfIt() {
        for (int i = 0; i < 9; i++) {
            received(2022, "web", "complaint");
        }
        UUID officers = received(2022, "web", "complaint");
        exclusions.exclude(officers, officer.id(), "concerned");
        UUID leaders = received(2022, "letter", "complaint");
        exclusions.exclude(leaders, leader.id(), "concerned");
        for (Staff reader : java.util.List.of(officer, leader)) {
            assertThat(rows(pages.page(reader, address(2022)), "totals"))
                    .as(reader.name())
                    .contains("<td class=\"qp-number\">9</td>");
        }
        pages.send(leader, address(2022) + "/approval");
        assertThat(rows(pages.page(officer, address(2022)), "totals")).contains("<td class=\"qp-number\">9</td>");
        assertThat(rows(pages.page(people.in("complaint-officer", Matter.CITY), address(2022)), "totals"))
                .as("the level above counts them")
                .contains("<td class=\"qp-number\">11</td>");
    }
}
