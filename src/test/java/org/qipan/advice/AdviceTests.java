package org.qipan.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qipan.Replay;
import org.qipan.SignedIn;
import org.qipan.casefile.Exclusions;
import org.qipan.complaint.Matter;
import org.qipan.complaint.PetitionHall;
import org.qipan.directory.Staff;
import org.qipan.task.DemoDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** 信访工作条例 art. 40: recommendations of petition offices, and the written answers to them. */
@Replay
class AdviceTests {

    /** A day on which no other test has matters. */
    private static final LocalDate DAY = LocalDate.of(2019, 3, 5);

    @Autowired
    private PetitionHall hall;

    @Autowired
    private Exclusions exclusions;

    @Autowired
    private DemoDesk desk;

    @Autowired
    private JdbcClient jdbc;

    private UUID received(LocalDate day) {
        UUID id = hall.filed();
        jdbc.sql(
                        "update complaint set received = ?::date at time zone 'Asia/Shanghai' + interval '9 hours' where id = ?")
                .params(day.toString(), id)
                .update();
        return id;
    }

    private MockHttpServletResponse recommends(LocalDate day, Staff by, String to) {
        return hall.pages.send(
                by,
                "/complaints/advice",
                "to",
                to,
                "kind",
                "improve",
                "from",
                day.toString(),
                "until",
                day.toString(),
                "asked",
                "建议公布押金退还的办理流程。",
                "answer",
                LocalDate.now().plusDays(20).toString());
    }

    /** Art. 40: it has a number and a ground, and is answered in writing. */
    @Test
    void anAddresseeAnswersInWriting() {
        for (int i = 0; i < 5; i++) {
            received(DAY);
        }
        MockHttpServletResponse made = recommends(DAY, hall.officer, Matter.OFFICE);
        assertThat(made.getStatus()).isEqualTo(303);
        String url = java.util.Objects.requireNonNull(made.getRedirectedUrl());
        assertThat(hall.pages.page(hall.officer, url)).contains("信建〔", "收到的事项 5 件", "等待答复");
        UUID demand = jdbc.sql("select demand from advice where id = ?")
                .param(UUID.fromString(url.substring(url.lastIndexOf('/') + 1)))
                .query(UUID.class)
                .single();
        long item = desk.item(demand.toString(), "Task_Answer");
        assertThat(hall.pages.page(hall.handler, "/tasks/" + item)).contains("公布押金退还的办理流程", "改进工作的建议 · 民众信建");
        assertThat(hall.pages.page(hall.handler, "/tasks/" + item + "?lang=en"))
                .as("what kind it is, in the language of the reader")
                .contains("公布押金退还的办理流程", "To improve work · 民众信建")
                .doesNotContain("改进工作的建议");
        desk.complete(item, hall.handler, "answer", "采纳，下月公布。");
        desk.complete(desk.item(demand.toString(), "Task_Check"), hall.officer, "decision", "accepted");
        assertThat(hall.pages.page(hall.handler, url)).contains("采纳，下月公布。", "已了结");
        assertThat(hall.pages.page(hall.officer, "/complaints/advice")).contains("已了结");
    }

    /** Four matters tell of somebody, and a matter that complains of the addressee is no ground it may hear of: arts. 30, 40. */
    @Test
    void restsOnFiveMattersThatTheAddresseeMayKnowOf() {
        LocalDate day = DAY.plusDays(7);
        for (int i = 0; i < 4; i++) {
            received(day);
        }
        UUID against = received(day);
        exclusions.exclude(against, Matter.OFFICE, "concerned");
        MockHttpServletResponse few = recommends(day, hall.officer, Matter.OFFICE);
        assertThat(few.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(few)).contains("不足 5 件", "建议公布押金退还的办理流程。");
        assertThat(recommends(day, hall.officer, Matter.OTHER_OFFICE).getStatus())
                .as("to another it is five")
                .isEqualTo(303);
    }

    @Test
    void isMadeByThePetitionOfficeForItsOwnArea() {
        assertThat(recommends(DAY, hall.in("township-leader", Matter.TOWN), Matter.OFFICE)
                        .getStatus())
                .isEqualTo(422);
        assertThat(recommends(DAY, hall.officer, Matter.CITY).getStatus()).isEqualTo(422);
        assertThat(hall.pages
                        .ask(hall.officer, MockMvcRequestBuilders.get("/complaints/advice/" + UUID.randomUUID()))
                        .getStatus())
                .isEqualTo(404);
    }
}
