package org.qipan.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.absence.Town;
import org.qipan.casefile.Exclusions;
import org.qipan.directory.Staff;
import org.springframework.mock.web.MockHttpServletResponse;

/** 会办: another unit answers, and sees no more than it was asked. */
class JointTests {

    private static final String OFFICER = "township-officer@" + Town.TOWN;

    private final Town town = new Town();
    private Staff officer;
    private Staff asked;
    private UUID caseId;
    private long item;

    @BeforeEach
    void anItem() {
        asked = town.room.employ("王五", "village-worker@" + Town.OTHER);
        officer = town.room.employ("李四", OFFICER);
        caseId = town.room.openCase(officer, "6月集中服务活动");
        item = town.room.task(caseId, OFFICER, null);
    }

    @AfterEach
    void close() {
        town.close();
    }

    private MockHttpServletResponse ask(String unit) {
        return town.send(
                officer, "/tasks/" + item + "/joints", "unit", unit, "question", "请核实两户的地址", "until", "2026-11-27");
    }

    private long question() {
        return town.room
                .jdbc
                .sql("select id from work_item where key = 'Task_Answer' and state = 'open'")
                .query(Long.class)
                .single();
    }

    private UUID joint() {
        return town.room.jdbc.sql("select id from joint").query(UUID.class).single();
    }

    private MockHttpServletResponse answer() {
        return town.send(asked, "/tasks/" + question() + "/completion", "version", "0", "answer", "两户都住在本村");
    }

    @Test
    void theOtherUnitAnswersAndTheAnswerStandsInTheCourse() {
        town.send(officer, "/tasks/" + item + "/notes", "text", "内部批注");
        assertThat(ask(Town.OTHER).getStatus()).isEqualTo(303);
        assertThat(town.page(asked, "/worklist")).contains("会办：", "lamp-");
        assertThat(town.page(asked, "/tasks/" + question()))
                .contains("请核实两户的地址", "2026-11-27")
                .as("it sees the question, not the case")
                .doesNotContain("内部批注", "/campaigns/");
        assertThat(answer().getStatus()).isEqualTo(303);
        assertThat(town.page(officer, "/tasks/" + item)).contains("已答复", "两户都住在本村", "答复会办");
        assertThat(town.page(officer, "/worklist?tab=toread")).contains("会办已答复");
    }

    @Test
    void theLeadUnitWaitsForTheAnswerOrSaysWhyNot() throws Exception {
        ask(Town.OTHER);
        MockHttpServletResponse refused = town.complete(officer, item);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("还有单位没有答复", "同意");
        town.page(asked, "/tasks/" + question());
        String address = "/tasks/" + item + "/joints/" + joint();
        town.send(officer, address + "/withdrawal");
        assertThat(town.items(asked, "/worklist")).as("it was opened").hasSize(1);
        town.send(officer, address + "/closing", "reason", " ");
        assertThat(town.items(asked, "/worklist")).as("it needs a reason").hasSize(1);
        town.send(officer, address + "/closing", "reason", "已从别处核实");
        assertThat(town.items(asked, "/worklist")).isEmpty();
        assertThat(town.page(officer, "/tasks/" + item)).contains("已从别处核实");
        assertThat(town.complete(officer, item).getStatus()).isEqualTo(303);
    }

    @Test
    void whatNobodyHasOpenedIsTakenBackWithoutAWord() {
        ask(Town.OTHER);
        town.send(officer, "/tasks/" + item + "/joints/" + joint() + "/withdrawal");
        assertThat(town.items(asked, "/worklist")).isEmpty();
        assertThat(town.complete(officer, item).getStatus()).isEqualTo(303);
    }

    @Test
    void asksNoUnitTwiceNorItselfNorWhereNobodyMayKnow() {
        ask(Town.OTHER);
        assertThat(ask(Town.OTHER).getStatus()).isEqualTo(422);
        assertThat(ask(Town.TOWN).getStatus()).isEqualTo(422);
        assertThat(ask(Town.VILLAGE).getStatus()).as("nobody works there").isEqualTo(422);
        assertThat(ask("无此单位").getStatus()).isEqualTo(422);
        Staff recused = town.room.employ("赵六", "village-worker@" + Town.VILLAGE);
        town.room.bean(Exclusions.class).exclude(caseId, recused.id(), null);
        assertThat(ask(Town.VILLAGE).getStatus()).isEqualTo(422);
    }

    @Test
    void keepsWhatWasTypedWhenItIsRefused() throws Exception {
        assertThat(ask("无此单位").getContentAsString()).contains("请核实两户的地址", "2026-11-27", "无此单位");
    }
}
