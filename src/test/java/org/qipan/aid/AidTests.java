package org.qipan.aid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qipan.Replay;
import org.qipan.SignedIn;
import org.qipan.casefile.Exclusions;
import org.qipan.complaint.Matter;
import org.qipan.complaint.PetitionHall;
import org.qipan.complaint.Petitioner;
import org.qipan.directory.Staff;
import org.qipan.progress.LegalStep;
import org.qipan.progress.Tracked;
import org.qipan.task.DemoDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** 信访工作条例 art. 37: who is in hardship is helped to aid; art. 30: without telling anybody more than it takes. */
@Replay
class AidTests {

    @Autowired
    private PetitionHall hall;

    @Autowired
    private Petitioner petitioner;

    @Autowired
    private Exclusions exclusions;

    @Autowired
    private DemoDesk desk;

    @Autowired
    private JdbcClient jdbc;

    private MockHttpServletResponse proposes(UUID matter, String... more) {
        String[] fields = {
            "unit",
            Matter.OFFICE,
            "need",
            "living",
            "note",
            "一户家庭失去收入来源，请评估临时救助。",
            "until",
            LocalDate.now().plusDays(7).toString()
        };
        String[] all = java.util.stream.Stream.concat(java.util.Arrays.stream(fields), java.util.Arrays.stream(more))
                .toArray(String[]::new);
        return hall.pages.send(hall.officer, "/complaints/" + matter + "/aid", all);
    }

    /** Art. 37. */
    @Test
    void theDepartmentAnswersWithoutKnowingWhoAskedAndThePetitionerIsTold() {
        UUID id = hall.filed();
        MockHttpServletResponse unasked = proposes(id);
        assertThat(unasked.getStatus()).as("with the petitioner's consent").isEqualTo(422);
        assertThat(SignedIn.text(unasked)).containsPattern("name=\"wished\"[^\\n]*\\n\\s*<p class=\"field-error\"");
        assertThat(proposes(id, "wished", "1").getStatus()).isEqualTo(303);
        assertThat(petitioner.of(id).steps()).extracting(LegalStep::key).contains("aid.step.asked");
        UUID demand = jdbc.sql("select demand from aid where complaint = ?")
                .param(id)
                .query(UUID.class)
                .single();
        long item = desk.item(demand.toString(), "Task_Answer");
        String task = hall.pages.page(hall.handler, "/tasks/" + item);
        assertThat(task)
                .contains("请评估临时救助", "双人授权")
                .doesNotContain(Matter.WORDS, "王小兰", "138 0000 1234", id.toString());
        assertThat(hall.pages
                        .ask(hall.handler, MockMvcRequestBuilders.get("/complaints/" + id))
                        .getStatus())
                .as("no way to the matter")
                .isEqualTo(404);
        assertThat(hall.pages.page(hall.handler, "/tasks/" + item + "?lang=en"))
                .contains("<dd class=\"qp-pre\">Basic living</dd>")
                .doesNotContain("基本生活");

        desk.complete(item, hall.handler, "answer", "可以申请临时救助，请带编号到社会事务办公室。");
        assertThat(petitioner.of(id).letters())
                .as("not before the desk has read it")
                .isEmpty();
        desk.complete(desk.item(demand.toString(), "Task_Check"), hall.officer, "decision", "accepted");
        assertThat(petitioner.of(id).steps()).extracting(LegalStep::key).contains("aid.step.answered");
        assertThat(petitioner.of(id).letters())
                .extracting(Tracked.Letter::kind, Tracked.Letter::text)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("aid.letter", "可以申请临时救助，请带编号到社会事务办公室。"));
    }

    /** Art. 30: the department learns neither name nor words, also where an officer writes them into his note; that he tried stays written down. */
    @Test
    void aNoteThatGivesThePetitionerAwayIsNotSent() {
        UUID id = hall.filed();
        for (String note : List.of("王 小兰一家没有收入。", "房东三个月不退押金，请帮助。")) {
            MockHttpServletResponse answer = hall.pages.send(
                    hall.officer,
                    "/complaints/" + id + "/aid",
                    "unit",
                    Matter.OFFICE,
                    "need",
                    "living",
                    "note",
                    note,
                    "until",
                    LocalDate.now().plusDays(7).toString(),
                    "wished",
                    "1");
            assertThat(answer.getStatus()).isEqualTo(422);
        }
        assertThat(jdbc.sql("select count(*) from aid where complaint = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from audit where object_id = ? and action = 'aid.audit.stopped'")
                        .param(id.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    /** 公务员法 art. 76: who leaves the matter after the referral leaves the referral, and what waits with him goes to somebody else. */
    @Test
    void whoLeavesTheMatterLaterLeavesTheReferral() {
        UUID id = hall.filed();
        assertThat(proposes(id, "wished", "1").getStatus()).isEqualTo(303);
        var aid = jdbc.sql("select id, demand from aid where complaint = ?")
                .param(id)
                .query()
                .singleRow();
        long item = desk.item(String.valueOf(aid.get("demand")), "Task_Answer");
        assertThat(hall.pages
                        .ask(hall.handler, MockMvcRequestBuilders.get("/tasks/" + item))
                        .getStatus())
                .isEqualTo(200);
        String[] order = {"staff", hall.handler.id().toString(), "ground", "relative", "reason", "是信访人的近亲属"};
        assertThat(hall.pages
                        .send(hall.in("township-leader", Matter.TOWN), "/complaints/" + id + "/recusal", order)
                        .getStatus())
                .isEqualTo(303);
        assertThat(exclusions.excludes((UUID) aid.get("id"), hall.handler)).isTrue();
        assertThat(hall.pages
                        .ask(hall.handler, MockMvcRequestBuilders.get("/tasks/" + item))
                        .getStatus())
                .isEqualTo(404);
        assertThat(jdbc.sql("select role || '@' || unit from work_item where id = ?")
                        .param(item)
                        .query(String.class)
                        .single())
                .isNotEqualTo("department-officer@" + Matter.OFFICE);
    }

    /** Art. 28, 30: no department learns of it that must not know of the matter. */
    @Test
    void asksNobodyWhoIsExcludedFromTheMatter() {
        UUID id = hall.filed();
        exclusions.exclude(id, Matter.OFFICE, "concerned");
        assertThat(proposes(id, "wished", "1").getStatus()).isEqualTo(422);
        assertThat(jdbc.sql("select count(*) from aid where complaint = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void isForTheDeskAlone() {
        UUID id = hall.filed();
        Staff leader = hall.in("township-leader", Matter.TOWN);
        Staff above = hall.in("complaint-officer", Matter.CITY);
        assertThat(hall.pages
                        .ask(leader, MockMvcRequestBuilders.get("/complaints/" + id + "/aid"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(hall.pages
                        .ask(above, MockMvcRequestBuilders.get("/complaints/" + id + "/aid"))
                        .getStatus())
                .isEqualTo(404);
    }
}
