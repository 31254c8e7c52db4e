package org.qipan.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.qipan.Replay;
import org.qipan.SignedIn;
import org.qipan.campaign.DemoPeople;
import org.qipan.directory.Staff;
import org.qipan.task.DemoDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** Whoever reads in English reads what the product says in English, and what people wrote as they wrote it. */
@Replay
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnglishTests {

    @Autowired
    private Complaints complaints;

    @Autowired
    private DemoDesk desk;

    @Autowired
    private Bundles bundles;

    @Autowired
    private DemoPeople people;

    @Autowired
    private JdbcClient jdbc;

    private SignedIn pages;
    private Staff officer;

    @BeforeAll
    void everybodyIsThere(@Autowired WebApplicationContext context) {
        pages = new SignedIn(context);
        people.arrive();
        officer = people.in("complaint-officer", Matter.TOWN);
    }

    @Test
    void aNewMatterIsNamedInTheLanguageOfItsReaderWhereverItIsListed() {
        UUID id = complaints.file(Matter.named(), null, null);
        long item = desk.item(id.toString(), ComplaintProcess.SORT);
        for (String url : new String[] {"/worklist", "/complaints", "/complaints/" + id, "/tasks/" + item}) {
            assertThat(pages.page(officer, url + "?lang=en"))
                    .as(url)
                    .contains("New matter · Web")
                    .doesNotContain("新收信访事项");
            assertThat(pages.page(officer, url + "?lang=zh-CN")).as(url).contains("新收信访事项 · 网上");
        }
        assertThat(pages.page(officer, "/worklist?lang=en"))
                .contains("Sort a new matter")
                .doesNotContain("登记分类");
    }

    @Test
    void aNewMatterIsNamedSoWhereItIsFoundTakenOverOrSeenByWhoeverAnswersForItsDesk() {
        UUID id = complaints.file(Matter.named(), null, null);
        UUID again = complaints.file(Matter.named(), null, null);
        jdbc.sql("update case_file set number = '民众信〔2026〕9001号' where id = ?")
                .param(id)
                .update();
        UUID handover = takenOver();
        Map<String, Staff> readers = Map.of(
                "/search?q=民众信〔2026〕9001号",
                officer,
                "/takeovers?",
                officer,
                "/complaints/" + again + "/repeats?",
                officer,
                "/complaints/" + id + "/persons?",
                officer,
                "/substitutions/recusals/new?staff=" + officer.id(),
                people.in("township-leader", Matter.TOWN));
        readers.forEach((url, reader) -> {
            assertThat(pages.page(reader, url + "&lang=en")).as(url).contains("New matter · Web");
            assertThat(pages.page(reader, url + "&lang=zh-CN")).as(url).contains("新收信访事项 · 网上");
        });
        jdbc.sql("delete from handover_row where handover = ?").param(handover).update();
    }

    @Test
    void whoDidAStepIsNamedInTheLanguageOfTheReader() {
        UUID id = complaints.file(Matter.named(), null, null);
        long item = desk.item(id.toString(), ComplaintProcess.SORT);
        desk.complete(item, officer, Matter.sorted("租房押金不退", "petition", Matter.OFFICE));
        assertThat(pages.page(officer, "/tasks/" + item + "?lang=en"))
                .contains("This was done by 民众街道 · complaint officer.");
        assertThat(pages.page(officer, "/tasks/" + item + "?lang=zh-CN")).contains("这件事已由 民众街道 · 信访专员 办理。");
    }

    /** What waits at the desk, as from a predecessor. */
    private UUID takenOver() {
        UUID handover = UUID.randomUUID();
        jdbc.sql("insert into handover (id, by, at) values (?, ?, '2999-01-01')")
                .params(handover, officer.id())
                .update();
        jdbc.sql("""
                        insert into handover_row (handover, position, role, unit, taker, leaves, items)
                        values (?, 0, 'complaint-officer', ?, ?, false, 1)
                        """).params(handover, Matter.TOWN, officer.id()).update();
        return handover;
    }

    @Test
    void aPartOfALetterIsNamedAfterTheLetter() {
        UUID letter = complaints.file(Matter.named(), null, null);
        UUID part = bundles.split(letter, 1, officer).get(0);
        assertThat(pages.page(officer, "/complaints/" + part + "?lang=en")).contains("New matter · Web (2)");
        assertThat(pages.page(officer, "/complaints/" + part + "?lang=zh-CN")).contains("新收信访事项 · 网上 (2)");
    }

    @Test
    void whatPeopleWroteStaysAndWhatTheProductNotedIsTranslated() {
        UUID id = complaints.file(Matter.named(), null, null);
        desk.complete(
                desk.item(id.toString(), ComplaintProcess.SORT),
                officer,
                Matter.sorted("租房押金不退", "petition", Matter.OFFICE));
        String page = pages.page(officer, "/complaints/" + id + "?lang=en");
        assertThat(page).contains("租房押金不退", ">Web</span>", "Petition procedure (60 days)");
    }

    @Test
    void whatWasStoredBeforeItHadAKeyIsReadAsItStands() {
        UUID id = complaints.file(Matter.named(), null, null);
        String said = jdbc.sql("select said from case_file where id = ?")
                .param(id)
                .query(String.class)
                .single();
        jdbc.sql("update case_file set said = null where id = ?").param(id).update();
        assertThat(pages.page(officer, "/complaints/" + id + "?lang=en")).contains("新收信访事项 · 网上");
        jdbc.sql("update case_file set said = ? where id = ?").params(said, id).update();
    }
}
