package org.qipan.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.qipan.Replay;
import org.qipan.SignedIn;
import org.qipan.casefile.Exclusions;
import org.qipan.complaint.Matter;
import org.qipan.complaint.PetitionHall;
import org.qipan.complaint.Petitioner;
import org.qipan.directory.Staff;
import org.qipan.filing.Filing;
import org.qipan.progress.LegalStep;
import org.qipan.task.DemoDesk;
import org.qipan.worklist.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** 信访工作条例 art. 18: leaders receive, take matters into their own care, and read and instruct. */
@Replay
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceptionTests {

    private static final String DAYS = "/complaints/receptions";

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

    private Staff villageWorker;

    @BeforeAll
    void everybodyIsThere() {
        villageWorker = hall.in("village-worker", Matter.VILLAGE);
    }

    private UUID sorted(Filing filing) {
        return hall.sorted(filing, "押金接访", "petition", Matter.VILLAGE);
    }

    private UUID handledByTheVillage() {
        return sorted(Matter.named());
    }

    /** A day at a place of its own. */
    private String planned(LocalDate on, String place, int slots) {
        MockHttpServletResponse answer = hall.pages.send(
                hall.officer,
                DAYS,
                "day",
                on.toString(),
                "opens",
                "09:00",
                "closes",
                "11:30",
                "place",
                place,
                "slots",
                slots + "");
        assertThat(answer.getStatus()).isEqualTo(303);
        return java.util.Objects.requireNonNull(answer.getRedirectedUrl());
    }

    private static String id(String day) {
        return day.substring(DAYS.length() + 1);
    }

    private MockHttpServletResponse puts(UUID matter, String day) {
        return hall.pages.send(hall.officer, leaders(matter) + "/visits", "day", id(day), "wished", "1");
    }

    private static String leaders(UUID matter) {
        return "/complaints/" + matter + "/leaders";
    }

    private String published() {
        return SignedIn.text(hall.pages.ask(hall.officer, MockMvcRequestBuilders.get("/reception")));
    }

    private UUID demand(UUID matter, String kind) {
        return jdbc.sql("select id from demand where case_id = ? and kind = ?")
                .params(matter, kind)
                .query(UUID.class)
                .single();
    }

    /** Art. 18: days and places are published; of people nothing. */
    @Test
    void publishesOnWhichDaysALeaderReceivesAndWhere() {
        String day = planned(LocalDate.now().plusDays(9), "公布厅甲", 2);
        assertThat(published()).contains(LocalDate.now().plusDays(9).toString(), "公布厅甲", "09:00–11:30");
        assertThat(hall.pages
                        .send(hall.officer, day + "/cancel", "why", "领导外出开会")
                        .getStatus())
                .isEqualTo(303);
        assertThat(published()).doesNotContain("公布厅甲");
        assertThat(hall.pages.page(hall.officer, day)).contains("领导外出开会");
    }

    /** Art. 18: the petitioner is received, what was said goes into the course, and what is promised is followed up. */
    @Test
    void whatWasSaidGoesIntoTheCourseAndIsFollowedUp() {
        UUID id = handledByTheVillage();
        String day = planned(LocalDate.now(), "接访室一", 2);
        assertThat(puts(id, day).getStatus()).isEqualTo(303);
        assertThat(petitioner.of(id).steps()).extracting(LegalStep::key).contains("reception.step");
        UUID visit = jdbc.sql("select id from reception_visit where complaint = ?")
                .param(id)
                .query(UUID.class)
                .single();
        MockHttpServletResponse incomplete = hall.pages.send(
                hall.leader, day + "/visits/" + visit, "came", "yes", "said", "来访人说明经过", "asked", "请核实租约");
        assertThat(incomplete.getStatus()).as("a task has a day").isEqualTo(422);
        assertThat(SignedIn.text(incomplete)).contains("来访人说明经过");
        assertThat(hall.pages
                        .send(
                                hall.leader,
                                day + "/visits/" + visit,
                                "came",
                                "yes",
                                "said",
                                "来访人说明经过",
                                "asked",
                                "请核实租约",
                                "until",
                                LocalDate.now().plusDays(3).toString())
                        .getStatus())
                .isEqualTo(303);

        assertThat(hall.pages.page(hall.officer, "/complaints/" + id)).contains("来访人说明经过");
        hall.pages.send(hall.officer, day + "/cancel", "why", "下午停电");
        assertThat(jdbc.sql("select count(*) from case_event where case_id = ? and act = 'reception-cancelled'")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .as("he was received before the rest of the day was called off")
                .isZero();
        long item = desk.item(demand(id, "followup").toString(), "Task_Answer");
        assertThat(hall.pages.page(villageWorker, "/tasks/" + item)).contains("请核实租约");
        desk.complete(item, villageWorker, "answer", "租约属实。");
        desk.complete(desk.item(demand(id, "followup").toString(), "Task_Check"), hall.leader, "decision", "accepted");
        assertThat(petitioner.of(id).steps())
                .filteredOn(step -> step.key().equals("reception.step"))
                .extracting(LegalStep::state)
                .containsExactly(LegalStep.State.DONE);
    }

    @Test
    void whatIsWrongWithOneNoteStandsUnderItsVisitAlone() {
        UUID id = handledByTheVillage();
        String day = planned(LocalDate.now(), "接访室六", 2);
        puts(id, day);
        puts(handledByTheVillage(), day);
        UUID visit = jdbc.sql("select id from reception_visit where complaint = ?")
                .param(id)
                .query(UUID.class)
                .single();
        String refused = SignedIn.text(hall.pages.send(
                hall.leader, day + "/visits/" + visit, "came", "yes", "said", "来访人说明经过", "asked", "请核实租约"));
        assertThat(refused.split("<form method=\"post\" action=\"" + day + "/visits/", -1))
                .as("two visits")
                .hasSize(3);
        assertThat(refused)
                .containsOnlyOnce("来访人说明经过")
                .containsOnlyOnce("class=\"field-error\"")
                .containsOnlyOnce("<details open=\"open\"");
        assertThat(refused.indexOf("来访人说明经过")).isGreaterThan(refused.indexOf(visit.toString()));
    }

    /** Only by the petitioner's wish, while there is room, and never before a leader who must withdraw (art. 28). */
    @Test
    void putsAMatterOnADayOnlyByThePetitionersWishAndWithRoomAndNoConflict() {
        String day = planned(LocalDate.now().plusDays(2), "接访室二", 1);
        UUID first = handledByTheVillage();
        assertThat(hall.pages
                        .send(hall.officer, leaders(first) + "/visits", "day", id(day))
                        .getStatus())
                .isEqualTo(422);
        assertThat(puts(first, day).getStatus()).isEqualTo(303);
        MockHttpServletResponse full = puts(handledByTheVillage(), day);
        assertThat(full.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(full)).contains("已经排满");
        UUID against = handledByTheVillage();
        exclusions.exclude(against, hall.leader.id(), "回避");
        MockHttpServletResponse conflict = puts(against, planned(LocalDate.now().plusDays(4), "接访室三", 3));
        assertThat(conflict.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(conflict)).contains("应当回避");
    }

    /** Arts. 30, 46 (5): a leader's post is not of those who work on a sealed matter. */
    @Test
    void aSealedMatterIsPutOnNoDay() {
        MockHttpServletResponse refused = puts(sorted(Matter.anonymous()), planned(LocalDate.now(), "接访室四", 2));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(refused)).contains("已经密封");
    }

    /** Art. 18: 包案 until the matter is closed, seen on its page and in the leader's list. */
    @Test
    void aLeaderKeepsAMatterInHisCareUntilItIsClosed() {
        UUID id = handledByTheVillage();
        assertThat(hall.pages
                        .send(hall.officer, leaders(id) + "/care", "goal", "退还押金")
                        .getStatus())
                .isEqualTo(422);
        assertThat(hall.pages.sent(hall.leader, leaders(id) + "/care", "goal", "退还押金"))
                .contains("已由您包案");
        assertThat(hall.pages.page(hall.officer, "/complaints/" + id)).contains("包案：");
        assertThat(hall.pages.page(hall.leader, "/worklist")).contains("我包的案");
        assertThat(hall.pages.page(hall.leader, DAYS)).contains(id.toString());
        long item = desk.item(demand(id, "care").toString(), "Task_Answer");
        assertThat(hall.pages.page(hall.leader, "/tasks/" + item))
                .as("the way to the matter")
                .contains("<a href=\"/complaints/" + id + "\">看这件事的经过和文书</a>");
        assertThatThrownBy(() -> desk.complete(item, hall.leader, "answer", "已化解"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reasons().get(0).key()).isEqualTo("reception.refused.open"));
        jdbc.sql("update complaint set state = 'closed', closed = now() where id = ?")
                .param(id)
                .update();
        desk.complete(item, hall.leader, "answer", "已化解");
        assertThat(hall.pages.page(hall.leader, DAYS)).doesNotContain(id.toString());
    }

    /** Art. 18, 阅批: an instruction goes to the unit that has the matter and is answered; whoever may not lead it, gives none. */
    @Test
    void anInstructionIsActedOnAndAnswered() {
        UUID id = handledByTheVillage();
        assertThat(hall.pages
                        .send(hall.officer, leaders(id) + "/instructions", "asked", "请尽快")
                        .getStatus())
                .isEqualTo(422);
        assertThat(hall.pages.sent(hall.leader, leaders(id) + "/instructions", "asked", "请社会事务岗会同核实，妥善处理。"))
                .contains("批示已送承办单位");
        UUID demand = demand(id, "instruction");
        long item = desk.item(demand.toString(), "Task_Answer");
        assertThat(hall.pages.page(villageWorker, "/tasks/" + item))
                .contains("妥善处理")
                .doesNotContain(Matter.WORDS);
        desk.complete(item, villageWorker, "answer", "已会同核实。");
        desk.complete(desk.item(demand.toString(), "Task_Check"), hall.leader, "decision", "accepted");
        assertThat(hall.pages.page(hall.leader, leaders(id))).contains("已会同核实。", "已了结");
    }
}
