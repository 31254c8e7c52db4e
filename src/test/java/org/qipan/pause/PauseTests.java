package org.qipan.pause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qipan.Replay;
import org.qipan.SignedIn;
import org.qipan.complaint.Matter;
import org.qipan.complaint.PetitionHall;
import org.qipan.complaint.Petitioner;
import org.qipan.deadline.ComplaintTerms;
import org.qipan.deadline.Deadlines;
import org.qipan.deadline.Pause;
import org.qipan.deadline.PetitionTerms;
import org.qipan.deadline.TermRule;
import org.qipan.directory.Staff;
import org.qipan.filing.Contact;
import org.qipan.filing.Filing;
import org.qipan.progress.LegalStep;
import org.qipan.task.DemoDesk;
import org.qipan.worklist.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Time that does not count in the 60 days of 信访工作条例 art. 34: hearings, and waiting for what others decide first. */
@Replay
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PauseTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String WHY = "zeisig-pause 等待同一事实的劳动争议判决。";

    @Autowired
    private PetitionHall hall;

    @Autowired
    private Petitioner petitioner;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private DemoDesk desk;

    @Autowired
    private JdbcClient jdbc;

    private Staff other;

    @BeforeAll
    void everybodyIsThere() {
        other = hall.in("department-officer", Matter.OTHER_OFFICE);
    }

    private UUID handled(Filing filing, String route) {
        return hall.sorted(filing, "租房押金不退", route, Matter.OFFICE);
    }

    /** As if the clock had been set that many days ago. */
    private void begun(UUID id, int days) {
        jdbc.sql(
                        "update complaint_clock set started = started - make_interval(days => ?), due = due - make_interval(days => ?) where complaint = ? and code = 'petition-handling'")
                .params(days, days, id)
                .update();
    }

    private LocalDate due(UUID id) {
        OffsetDateTime clock = jdbc.sql(
                        "select due from complaint_clock where complaint = ? and code = 'petition-handling'")
                .param(id)
                .query(OffsetDateTime.class)
                .single();
        return Deadlines.lastDay(clock.toInstant());
    }

    private boolean standing(UUID id) {
        return jdbc.sql("select paused from work_item where ref = ? and key = 'Task_Handle' and state = 'open'")
                .param(id.toString())
                .query(Boolean.class)
                .single();
    }

    private int asks(UUID id, Staff by) {
        return hall.pages
                .send(by, hall.task(id) + "/suspension", "ground", "court", "reason", WHY)
                .getStatus();
    }

    private void decides(UUID id, String decision, String remark) {
        String ref = jdbc.sql("select id::text from suspension where complaint = ? order by at desc limit 1")
                .param(id)
                .query(String.class)
                .single();
        desk.complete(desk.item(ref, "Task_Decide"), hall.leader, "decision", decision, "remark", remark);
    }

    private void opines(UUID id) {
        desk.complete(desk.item(id.toString(), "Task_Handle"), hall.handler, Matter.opinion());
    }

    private List<String> steps(UUID id) {
        return petitioner.of(id).steps().stream().map(LegalStep::key).toList();
    }

    @Test
    void theHeadOfTheUnitSuspendsAndTheClockGoesOnWithTheDaysItHadLeft() {
        UUID id = hall.handled();
        begun(id, 20);
        LocalDate before = due(id);
        assertThat(asks(id, other)).as("whose task it is not").isEqualTo(404);
        assertThat(asks(id, hall.handler)).isEqualTo(303);
        assertThat(standing(id)).as("not before it is approved").isFalse();
        assertThat(asks(id, hall.handler)).as("one request at a time").isEqualTo(422);
        decides(id, "approve", "");
        assertThat(standing(id)).isTrue();
        assertThat(hall.pages.page(hall.handler, hall.task(id))).contains("停计", "中止中", WHY, "恢复办理");
        assertThat(hall.pages.page(hall.leader, "/complaints/standing")).contains("租房押金不退", "等待人民法院的裁判");
        assertThat(steps(id)).contains("pause.step.suspended", "pause.step.standing");
        assertThat(petitioner.of(id).steps())
                .as("with its reason, and no last day while it stands")
                .anyMatch(step -> step.reason() != null && step.reason().contains(WHY))
                .filteredOn(step -> step.key().equals("complaint.step.petition-handling"))
                .allMatch(step -> step.due() == null);
        assertThatThrownBy(() -> opines(id)).isInstanceOf(Refused.class).hasMessageContaining("standing");

        jdbc.sql(
                        "update complaint_stop set started = started - interval '12 days' where clock in (select id from complaint_clock where complaint = ?)")
                .param(id)
                .update();
        assertThat(hall.pages
                        .send(hall.handler, hall.task(id) + "/suspension/end")
                        .getStatus())
                .isEqualTo(303);
        assertThat(standing(id)).isFalse();
        assertThat(due(id)).as("art. 34, without the 12 days").isEqualTo(before.plusDays(12));
        assertThat(steps(id)).contains("pause.step.resumed").doesNotContain("pause.step.standing");
        assertThat(hall.pages.page(hall.leader, "/complaints/standing")).doesNotContain(id.toString());
        opines(id);
    }

    @Test
    void whatIsNotApprovedStopsNothing() {
        UUID id = hall.handled();
        asks(id, hall.handler);
        assertThatThrownBy(() -> decides(id, "refuse", ""))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("remark");
        decides(id, "refuse", "判决与本件无关。");
        assertThat(standing(id)).isFalse();
        assertThat(steps(id)).doesNotContain("pause.step.suspended");
        asks(id, hall.handler);
        assertThat(hall.pages
                        .send(hall.handler, hall.task(id) + "/suspension/withdrawal")
                        .getStatus())
                .isEqualTo(303);
        opines(id);
    }

    @Test
    void theReasonLiesInTheVaultAndNobodyElseReadsIt() {
        UUID id = hall.handled();
        asks(id, hall.handler);
        decides(id, "approve", "");
        for (String table : List.of("suspension", "case_event", "work_item", "audit")) {
            assertThat(jdbc.sql("select count(*) from " + table + " t where t::text like '%zeisig-pause%'")
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(SignedIn.text(hall.pages.ask(other, get(hall.task(id))))).doesNotContain(WHY);
        assertThat(hall.pages.ask(other, get("/complaints/standing")).getStatus())
                .isEqualTo(403);
    }

    /** Arts. 31 (6), 36: the days of a hearing, the first and the last with them, do not count in the 60. */
    @Test
    void theTimeOfAHearingDoesNotCount() {
        UUID id = hall.handled();
        begun(id, 20);
        LocalDate before = due(id);
        LocalDate today = LocalDate.now(ZONE);
        assertThat(hall.pages.page(hall.handler, hall.task(id))).contains(hall.task(id) + "/hearing");
        assertThat(hall.pages.page(hall.handler, hall.task(id) + "/hearing")).contains("第三十六条");
        assertThat(hall.pages
                        .send(
                                hall.handler,
                                hall.task(id) + "/hearing",
                                "day",
                                today.minusDays(1).toString(),
                                "place",
                                "会议室",
                                "subject",
                                "押金",
                                "invited",
                                "双方")
                        .getStatus())
                .isEqualTo(422);
        assertThat(hall.pages
                        .send(
                                hall.handler,
                                hall.task(id) + "/hearing",
                                "day",
                                today.toString(),
                                "place",
                                "镇政府会议室",
                                "subject",
                                "押金该不该退",
                                "invited",
                                "双方、专家")
                        .getStatus())
                .isEqualTo(303);
        assertThat(petitioner.of(id).steps())
                .anyMatch(step -> step.note() != null && step.note().contains("镇政府会议室"));
        jdbc.sql("update hearing set day = day - 2 where complaint = ?")
                .param(id)
                .update();
        assertThatThrownBy(() -> opines(id)).isInstanceOf(Refused.class).hasMessageContaining("announced");
        String[] held = {
            "result",
            "held",
            "first",
            today.minusDays(2).toString(),
            "last",
            today.toString(),
            "record",
            "双方各自陈述，专家发表意见。"
        };
        assertThat(hall.pages
                        .send(
                                hall.handler,
                                hall.task(id) + "/hearing/record",
                                "result",
                                "held",
                                "first",
                                today.toString(),
                                "last",
                                today.plusDays(1).toString(),
                                "record",
                                "x")
                        .getStatus())
                .as("not before it was held")
                .isEqualTo(422);
        assertThat(hall.pages
                        .send(hall.handler, hall.task(id) + "/hearing/record", held)
                        .getStatus())
                .isEqualTo(303);
        assertThat(due(id)).isEqualTo(before.plusDays(3));
        assertThat(steps(id)).contains("pause.step.hearing-held");
        assertThat(petitioner.of(id).steps())
                .as("its days are no reason for anything")
                .anyMatch(step -> step.reason() == null
                        && step.note() != null
                        && step.note().endsWith(LegalStep.days(today.minusDays(2), today)));
        assertThat(LegalStep.days(today, today)).as("a day of its own").isEqualTo(today.toString());
        announces(id, today);
        held[3] = today.minusDays(1).toString();
        assertThat(hall.pages
                        .send(hall.handler, hall.task(id) + "/hearing/record", held)
                        .getStatus())
                .as("nobody gives himself back days before it was to be held")
                .isEqualTo(422);
        held[3] = today.toString();
        assertThat(SignedIn.text(hall.pages.send(hall.handler, hall.task(id) + "/hearing/record", held)))
                .as("a day is left out once")
                .contains("不能重复扣除");
        assertThat(due(id)).isEqualTo(before.plusDays(3));
        hall.pages.send(hall.handler, hall.task(id) + "/hearing/record", "result", "off", "record", "重复发布。");
        assertThat(hall.pages.page(hall.handler, hall.task(id))).contains("专家发表意见");
        opines(id);
    }

    private void announces(UUID id, LocalDate day) {
        hall.pages.send(
                hall.handler,
                hall.task(id) + "/hearing",
                "day",
                day.toString(),
                "place",
                "会议室",
                "subject",
                "押金",
                "invited",
                "双方");
    }

    @Test
    void whatIsCalledOffMovesNothing() {
        UUID id = hall.handled();
        LocalDate before = due(id);
        hall.pages.send(
                hall.handler,
                hall.task(id) + "/hearing",
                "day",
                LocalDate.now(ZONE).toString(),
                "place",
                "会议室",
                "subject",
                "押金",
                "invited",
                "双方");
        assertThat(hall.pages.page(hall.handler, hall.task(id) + "/hearing/record"))
                .contains("没有举行");
        assertThat(hall.pages
                        .send(hall.handler, hall.task(id) + "/hearing/record", "result", "off", "record", "一方请求改期。")
                        .getStatus())
                .isEqualTo(303);
        assertThat(due(id)).isEqualTo(before);
        assertThat(petitioner.of(id).steps()).anyMatch(step -> "一方请求改期。".equals(step.reason()));
    }

    /** Art. 31 (6) has the hearing in the petition procedure; who came anonymously is not called into a room. */
    @Test
    void thereIsNoHearingOutsideThePetitionProcedureNorOfAnAnonymousMatter() {
        Filing named = Matter.named();
        Filing anonymous = new Filing(
                named.channel(),
                org.qipan.filing.Mode.ANONYMOUS,
                Matter.WORDS,
                Matter.VILLAGE,
                null,
                null,
                List.of(),
                null,
                Contact.NONE,
                true,
                List.of(),
                null,
                null,
                1);
        for (UUID id : List.of(handled(named, "simple"), handled(anonymous, "petition"))) {
            assertThat(hall.pages.page(hall.handler, hall.task(id)))
                    .doesNotContain(hall.task(id) + "/hearing")
                    .contains(hall.task(id) + "/suspension");
            assertThat(hall.pages
                            .send(
                                    hall.handler,
                                    hall.task(id) + "/hearing",
                                    "day",
                                    LocalDate.now(ZONE).toString(),
                                    "place",
                                    "会议室",
                                    "subject",
                                    "押金",
                                    "invited",
                                    "双方")
                            .getStatus())
                    .isEqualTo(422);
        }
    }

    /** Art. 34 in calendar days and own terms in working days, across 2026's Spring Festival (15-23 February) and National Day. */
    @ParameterizedTest(name = "set {0}, stopped {1} to {2}")
    @CsvSource({
        "2026-02-02, 2026-02-10, 2026-02-26",
        "2026-02-02, 2026-02-16, 2026-02-20",
        "2026-09-21, 2026-09-28, 2026-10-09",
        "2026-09-21, 2026-09-21, 2026-09-22",
        "2026-09-21, 2026-09-30, 2026-09-30",
        "2026-09-25, 2026-10-03, 2026-10-05"
    })
    void aClockThatWasMovedEndsWhereTheLawCountsItToEnd(LocalDate set, LocalDate from, LocalDate to) {
        Instant event = at(set);
        Pause pause = new Pause(at(from), at(to));
        for (TermRule rule : List.of(PetitionTerms.HANDLING, ComplaintTerms.SIMPLE, ComplaintTerms.CARRYING)) {
            assertThat(deadlines.after(
                            pause, rule, event, deadlines.term(rule, event).due()))
                    .as(rule.code())
                    .isEqualTo(deadlines.term(rule, event, List.of(pause), null).due());
        }
    }

    private static Instant at(LocalDate day) {
        return day.atTime(10, 0).atZone(ZONE).toInstant();
    }
}
