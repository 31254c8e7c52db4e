package org.qipan.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.directory.Staff;
import org.qipan.directory.Substitution;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class SubstitutionPageTests {

    private final Town town = new Town();
    private Staff officer;
    private Staff second;
    private Staff leader;

    @BeforeEach
    void people() {
        leader = town.room.employ("分管领导", "township-leader@" + Town.TOWN);
        officer = town.room.employ("李四", "township-officer@" + Town.TOWN);
        second = town.room.employ("王五", "township-officer@" + Town.TOWN);
    }

    @AfterEach
    void close() {
        town.close();
    }

    private MockHttpServletResponse make(Staff by, String from, String to) {
        return town.send(
                by,
                "/substitutions",
                "absent",
                officer.id().toString(),
                "substitute",
                second.id().toString(),
                "from",
                from,
                "to",
                to,
                "kind",
                "",
                "reason",
                "年休");
    }

    @Test
    void anEmptyPageSaysWhatToDoInBothLanguages() throws Exception {
        assertThat(town.page(officer, "/substitutions")).contains("现在没有代理安排", "安排代理", "最长 92 天", "王五");
        assertThat(town.ask(officer, get("/substitutions"), Locale.ENGLISH).getContentAsString())
                .contains("There is no substitution now", "Arrange a substitute", "Campaigns");
        assertThat(town.page(officer, "/substitutions").split("btn-primary", -1))
                .hasSize(2);
    }

    @Test
    void whatWasMadeStandsAmongTheRunningComingAndPast() {
        assertThat(make(officer, "2026-11-20", "2026-11-22").getStatus()).isEqualTo(303);
        make(officer, "2026-12-01", "2026-12-02");
        assertThat(town.page(officer, "/substitutions"))
                .contains("进行中", "将开始", "王五 代 李四", "2026-11-20 至 2026-11-22", "年休", "全部事项")
                .doesNotContain("已结束");
        town.room.clock.set("2026-12-05T01:00:00Z");
        assertThat(town.page(second, "/substitutions")).contains("已结束").doesNotContain("进行中", "将开始");
    }

    @Test
    void theSameFormSentTwiceMakesOne() {
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            assertThat(town.ask(
                                    officer,
                                    MockMvcRequestBuilders.post("/substitutions")
                                            .param("idempotencyKey", key)
                                            .param("absent", officer.id().toString())
                                            .param("substitute", second.id().toString())
                                            .param("from", "2026-11-20")
                                            .param("to", "2026-11-22"))
                            .getStatus())
                    .isEqualTo(303);
        }
        assertThat(count()).isEqualTo(1);
    }

    private int count() {
        return town.room
                .jdbc
                .sql("select count(*) from substitution")
                .query(Integer.class)
                .single();
    }

    @Test
    void aRefusalSaysWhyAndKeepsWhatWasTyped() throws Exception {
        MockHttpServletResponse answer = make(officer, "2026-11-20", "2027-06-30");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("最长 92 天。", "value=\"2027-06-30\"", "value=\"年休\"", "selected");
        assertThat(make(officer, "昨天", "2026-11-30").getStatus()).isEqualTo(422);
        make(officer, "2026-11-20", "2026-11-22");
        assertThat(make(officer, "2026-11-22", "2026-11-25").getContentAsString())
                .contains("2026-11-20 至 2026-11-22 已由王五代理");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void theLeaderChoosesWhoIsAwayAndMakesItForHim() {
        assertThat(town.page(leader, "/substitutions?absent=" + officer.id())).contains("李四", "王五", "换人");
        assertThat(make(leader, "2026-11-20", "2026-11-22").getStatus()).isEqualTo(303);
        assertThat(make(second, "2026-11-25", "2026-11-26").getStatus()).isEqualTo(422);
    }

    @Test
    void endingAsksFirstAndSaysSo() {
        Substitution one = town.standIn(officer, second, 3, null);
        String address = "/substitutions/" + one.id();
        assertThat(town.page(second, address + "/end")).contains("马上不能再看和办", "确认结束");
        assertThat(town.send(second, address + "/end").getStatus()).isEqualTo(303);
        assertThat(town.page(officer, "/substitutions")).contains("已于 2026-11-20 提前结束");
        Staff stranger = town.room.employ("外人", "village-worker@" + Town.OTHER);
        for (String page : new String[] {"", "/end"}) {
            assertThat(town.status(stranger, address + page)).isEqualTo(404);
        }
        assertThat(town.send(stranger, address + "/end").getStatus()).isEqualTo(404);
    }
}
