package org.qipan.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qipan.Replay;
import org.qipan.directory.Staff;
import org.qipan.task.DemoDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever reads in English reads what the product says in English, and what people wrote as they wrote it. */
@Replay
class EnglishTests {

    @Autowired
    private PetitionHall hall;

    @Autowired
    private DemoDesk desk;

    @Autowired
    private Bundles bundles;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aNewMatterIsNamedInTheLanguageOfItsReaderWhereverItIsListed() {
        UUID id = hall.filed();
        long item = desk.item(id.toString(), ComplaintProcess.SORT);
        for (String url : new String[] {"/worklist", "/complaints", "/complaints/" + id, "/tasks/" + item}) {
            assertThat(hall.pages.page(hall.officer, url + "?lang=en"))
                    .as(url)
                    .contains("New matter · Web")
                    .doesNotContain("新收信访事项");
            assertThat(hall.pages.page(hall.officer, url + "?lang=zh-CN"))
                    .as(url)
                    .contains("新收信访事项 · 网上");
        }
        assertThat(hall.pages.page(hall.officer, "/worklist?lang=en"))
                .contains("Sort a new matter")
                .doesNotContain("登记分类");
    }

    @Test
    void aNewMatterIsNamedSoWhereItIsFoundTakenOverOrSeenByWhoeverAnswersForItsDesk() {
        UUID id = hall.filed();
        UUID again = hall.filed();
        jdbc.sql("update case_file set number = '民众信〔2026〕9001号' where id = ?")
                .param(id)
                .update();
        UUID handover = takenOver();
        Map<String, Staff> readers = Map.of(
                "/search?q=民众信〔2026〕9001号",
                hall.officer,
                "/takeovers?",
                hall.officer,
                "/complaints/" + again + "/repeats?",
                hall.officer,
                "/complaints/" + id + "/persons?",
                hall.officer,
                "/substitutions/recusals/new?staff=" + hall.officer.id(),
                hall.in("township-leader", Matter.TOWN));
        readers.forEach((url, reader) -> {
            assertThat(hall.pages.page(reader, url + "&lang=en")).as(url).contains("New matter · Web");
            assertThat(hall.pages.page(reader, url + "&lang=zh-CN")).as(url).contains("新收信访事项 · 网上");
        });
        jdbc.sql("delete from handover_row where handover = ?").param(handover).update();
    }

    @Test
    void whoDidAStepIsNamedInTheLanguageOfTheReader() {
        UUID id = hall.filed();
        long item = desk.item(id.toString(), ComplaintProcess.SORT);
        desk.complete(item, hall.officer, Matter.sorted("租房押金不退", "petition", Matter.OFFICE));
        assertThat(hall.pages.page(hall.officer, "/tasks/" + item + "?lang=en"))
                .contains("This was done by 民众街道 · complaint officer.");
        assertThat(hall.pages.page(hall.officer, "/tasks/" + item + "?lang=zh-CN"))
                .contains("这件事已由 民众街道 · 信访专员 办理。");
    }

    /** What waits at the desk, as from a predecessor. */
    private UUID takenOver() {
        UUID handover = UUID.randomUUID();
        jdbc.sql("insert into handover (id, by, at) values (?, ?, '2999-01-01')")
                .params(handover, hall.officer.id())
                .update();
        jdbc.sql("""
                        insert into handover_row (handover, position, role, unit, taker, leaves, items)
                        values (?, 0, 'complaint-officer', ?, ?, false, 1)
                        """).params(handover, Matter.TOWN, hall.officer.id()).update();
        return handover;
    }

    @Test
    void aPartOfALetterIsNamedAfterTheLetter() {
        UUID letter = hall.filed();
        UUID part = bundles.split(letter, 1, hall.officer).get(0);
        assertThat(hall.pages.page(hall.officer, "/complaints/" + part + "?lang=en"))
                .contains("New matter · Web (2)");
        assertThat(hall.pages.page(hall.officer, "/complaints/" + part + "?lang=zh-CN"))
                .contains("新收信访事项 · 网上 (2)");
    }

    @Test
    void whatPeopleWroteStaysAndWhatTheProductNotedIsTranslated() {
        UUID id = hall.handled();
        String page = hall.pages.page(hall.officer, "/complaints/" + id + "?lang=en");
        assertThat(page).contains("租房押金不退", ">Web</span>", "Petition procedure (60 days)");
    }

    @Test
    void whatWasStoredBeforeItHadAKeyIsReadAsItStands() {
        UUID id = hall.filed();
        String said = jdbc.sql("select said from case_file where id = ?")
                .param(id)
                .query(String.class)
                .single();
        jdbc.sql("update case_file set said = null where id = ?").param(id).update();
        assertThat(hall.pages.page(hall.officer, "/complaints/" + id + "?lang=en"))
                .contains("新收信访事项 · 网上");
        jdbc.sql("update case_file set said = ? where id = ?").params(said, id).update();
    }
}
