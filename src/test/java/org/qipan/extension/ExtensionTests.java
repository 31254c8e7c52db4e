package org.qipan.extension;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qipan.absence.Town;
import org.qipan.casefile.Exclusions;
import org.qipan.deadline.DayUnit;
import org.qipan.deadline.PetitionTerms;
import org.qipan.deadline.RollOver;
import org.qipan.deadline.TermKind;
import org.qipan.deadline.TermRule;
import org.qipan.directory.Staff;
import org.qipan.worklist.Worklist;
import org.springframework.mock.web.MockHttpServletResponse;

/** 延期: asked with a reason, decided one level up, once. */
class ExtensionTests {

    private static final String WORKER = "village-worker@" + Town.VILLAGE;
    /** Last day: 27 November 2026. */
    private static final Instant DUE = Instant.parse("2026-11-27T16:00:00Z");

    private final Town town = new Town();
    private Staff worker;
    private Staff leader;
    private UUID caseId;
    private long item;

    @BeforeEach
    void anItem() {
        worker = town.room.employ("李四", WORKER);
        leader = town.room.employ("王五", "township-leader@" + Town.TOWN);
        town.room.employ("赵六", "township-officer@" + Town.TOWN);
        caseId = town.room.openCase(worker, "6月集中服务活动");
        item = town.room.task(caseId, WORKER, DUE);
    }

    @AfterEach
    void close() {
        town.close();
    }

    private MockHttpServletResponse ask(String until) {
        return town.send(worker, "/tasks/" + item + "/extension", "until", until, "reason", "两户外出未归");
    }

    private long decision() {
        return town.room
                .jdbc
                .sql("select id from work_item where key = 'Task_Decide' and state = 'open'")
                .query(Long.class)
                .single();
    }

    private MockHttpServletResponse decide(Staff by, String decision, String remark) {
        long id = decision();
        int version = town.room
                .jdbc
                .sql("select version from work_item where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
        return town.send(
                by,
                "/tasks/" + id + "/completion",
                "version",
                String.valueOf(version),
                "decision",
                decision,
                "remark",
                remark);
    }

    private Instant due() {
        return town.room
                .jdbc
                .sql("select due from work_item where id = ?")
                .param(item)
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }

    @Test
    void theLeaderAboveFindsTheRequestAndMovesTheDateBySayingYes() {
        assertThat(town.page(worker, "/tasks/" + item + "/extension")).contains("2026-11-27", "分管领导");
        assertThat(ask("2026-12-04").getStatus()).isEqualTo(303);
        assertThat(town.page(worker, "/tasks/" + item)).contains("延到 2026-12-04", "撤回申请");
        assertThat(town.page(leader, "/worklist")).contains("延期申请：");
        assertThat(town.page(leader, "/tasks/" + decision())).contains("两户外出未归", "2026-11-27", "2026-12-04");
        assertThat(due()).as("the old date counts until somebody decides").isEqualTo(DUE);
        assertThat(decide(leader, "approve", "").getStatus()).isEqualTo(303);
        assertThat(due()).isEqualTo(Instant.parse("2026-12-04T16:00:00Z"));
        assertThat(town.room.page.extended).as("the clock of the capability").isEqualTo(due());
        assertThat(town.page(worker, "/tasks/" + item)).contains("已延期一次", "申请延期", "同意延期");
        assertThat(town.page(worker, "/worklist?tab=toread")).contains("延期已同意");
    }

    @Test
    void aRefusalNeedsAReasonAndLeavesTheDate() {
        ask("2026-12-04");
        assertThat(decide(leader, "refuse", " ").getStatus()).isEqualTo(422);
        assertThat(decide(leader, "refuse", "请先办能办的").getStatus()).isEqualTo(303);
        assertThat(due()).isEqualTo(DUE);
        assertThat(town.page(worker, "/tasks/" + item)).contains("没有同意", "请先办能办的");
        assertThat(ask("2026-12-01").getStatus())
                .as("with another reason he may ask again")
                .isEqualTo(303);
    }

    @Test
    void aSecondRequestIsRefusedWhileOneWaitsAndAfterOneWasGranted() {
        ask("2026-12-04");
        assertThat(ask("2026-12-05").getStatus()).isEqualTo(422);
        assertThat(town.page(worker, "/tasks/" + item + "/extension")).contains("已经申请延到 2026-12-04");
        decide(leader, "approve", "");
        assertThat(ask("2026-12-08").getStatus()).isEqualTo(422);
        assertThat(town.page(worker, "/tasks/" + item + "/extension")).contains("已经延期一次");
    }

    /** 信访工作条例 art. 34: once, also where a hearing has moved the end since then and the item came back to be changed. */
    @Test
    void aClockMovedByAPauseIsStillOneThatWasExtended() throws Exception {
        town.room
                .jdbc
                .sql("update work_item set started = timestamptz '2026-11-01 00:00Z'")
                .update();
        ask("2026-12-04");
        decide(leader, "approve", "");
        town.room
                .jdbc
                .sql("update work_item set state = 'done' where id = ?")
                .param(item)
                .update();
        long again = town.room.task(caseId, WORKER, Instant.parse("2026-12-07T16:00:00Z"));
        town.room
                .jdbc
                .sql(
                        "update work_item w set ref = o.ref, started = o.started from work_item o where w.id = ? and o.id = ?")
                .params(again, item)
                .update();
        item = again;
        MockHttpServletResponse answer = ask("2026-12-08");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("已经延期一次");
    }

    @Test
    void refusesADayThatIsNotLaterAndKeepsWhatWasTyped() throws Exception {
        MockHttpServletResponse answer = ask("2026-11-27");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("最早选 2026-11-28", "两户外出未归");
    }

    /** 信访工作条例 art. 34: closed within 60 days, and the extension has at most 30; the unit's own head approves. */
    @Test
    void article34OfThePetitionRegulationsAllowsThirtyDaysAndItsHeadDecides() throws Exception {
        Staff head = town.room.employ("孙八", "village-head@" + Town.VILLAGE);
        town.room.page.rule = PetitionTerms.HANDLING;
        // Began on 20 November, 60 days: 19 January; 30 more: 18 February.
        town.room
                .jdbc
                .sql("update work_item set due = timestamptz '2027-01-19 16:00:00Z', version = version + 1")
                .update();
        MockHttpServletResponse answer = ask("2027-02-19");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("第三十四条", "2027-02-18");
        assertThat(ask("2027-02-18").getStatus()).isEqualTo(303);
        assertThat(town.items(head, "/worklist")).containsExactly(decision());
        assertThat(town.items(leader, "/worklist")).isEmpty();
    }

    /** 信访工作条例 art. 22 names fifteen days and no extension. */
    @Test
    void article22OfThePetitionRegulationsAllowsNone() throws Exception {
        town.room.page.rule = PetitionTerms.ROUTING;
        MockHttpServletResponse answer = ask("2026-12-04");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("法定期限不能延长", "第二十二条");
    }

    /** 可延长 of the table decides, also where the province or the office set the clock: 27 November and 5 working days is 4 December. */
    @ParameterizedTest
    @EnumSource(
            value = TermKind.class,
            names = {"PROVINCIAL", "INTERNAL"})
    void aTermOfTheTableIsExtendedAsTheTableSays(TermKind kind) throws Exception {
        town.room.page.rule = rule(kind, 5);
        MockHttpServletResponse answer = ask("2026-12-05");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("期限表规定的可延长天数", "2026-12-04");
        assertThat(town.page(worker, "/tasks/" + item + "/extension")).contains("最迟到 2026-12-04");
        assertThat(ask("2026-12-04").getStatus()).isEqualTo(303);
        assertThat(town.items(leader, "/worklist")).as("one level up").containsExactly(decision());
    }

    @ParameterizedTest
    @EnumSource(
            value = TermKind.class,
            names = {"PROVINCIAL", "INTERNAL"})
    void aTermForWhichTheTableAllowsNoneIsNotExtended(TermKind kind) throws Exception {
        town.room.page.rule = rule(kind, 0);
        MockHttpServletResponse answer = ask("2026-11-28");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("期限表没有规定这一期限可以延长");
    }

    /** 信访工作条例 art. 34: 30 days, which as many working days would go beyond. */
    @Test
    void article34IsTheCeilingOfWhatTheTableSays() {
        town.room.employ("孙八", "village-head@" + Town.VILLAGE);
        town.room.page.rule = new TermRule(
                PetitionTerms.HANDLING.code(),
                20,
                DayUnit.WORKING,
                TermKind.STATUTORY,
                PetitionTerms.HANDLING.article(),
                RollOver.NONE,
                30);
        assertThat(ask("2026-12-28").getStatus()).isEqualTo(422);
        assertThat(ask("2026-12-27").getStatus()).isEqualTo(303);
    }

    private static TermRule rule(TermKind kind, int extension) {
        return new TermRule(
                "complaint-duty",
                15,
                DayUnit.WORKING,
                kind,
                "deadline.article.own-complaint-duty",
                RollOver.NONE,
                extension);
    }

    @Test
    void climbsPastALeaderWhoMustNotKnowOfIt() {
        town.room.bean(Exclusions.class).exclude(caseId, leader.id(), null);
        ask("2026-12-04");
        assertThat(town.postOf(decision())).isEqualTo("township-officer@" + Town.TOWN);
        assertThat(town.items(leader, "/worklist")).isEmpty();
    }

    @Test
    void isTakenBackWhileNobodyHasDecided() {
        ask("2026-12-04");
        assertThat(town.send(worker, "/tasks/" + item + "/extension/withdrawal").getStatus())
                .isEqualTo(303);
        assertThat(town.items(leader, "/worklist")).isEmpty();
        assertThat(ask("2026-12-05").getStatus()).isEqualTo(303);
    }

    @Test
    void aStaleRequestCannotBeApprovedAnyMore() {
        ask("2026-12-04");
        town.room
                .jdbc
                .sql("update work_item set due = due + interval '2 days' where id = ?")
                .param(item)
                .update();
        assertThat(decide(leader, "approve", "").getStatus()).isEqualTo(422);
        assertThat(decide(leader, "refuse", "期限已改").getStatus()).isEqualTo(303);
    }

    @Test
    void endsWithTheItemItIsAbout() {
        ask("2026-12-04");
        assertThat(town.complete(worker, item).getStatus()).isEqualTo(303);
        assertThat(town.items(leader, "/worklist")).isEmpty();
    }

    @Test
    void aStageThatIsMovedLaterTakesNothingAwayFromIt() {
        ask("2026-12-04");
        decide(leader, "approve", "");
        town.room
                .jdbc
                .sql("update work_item set stage = 7 where id = ?")
                .param(item)
                .update();
        town.room.bean(Worklist.class).due(7, Instant.parse("2026-12-01T16:00:00Z"));
        assertThat(due()).isEqualTo(Instant.parse("2026-12-04T16:00:00Z"));
        town.room.bean(Worklist.class).due(7, Instant.parse("2026-12-10T16:00:00Z"));
        assertThat(due()).isEqualTo(Instant.parse("2026-12-10T16:00:00Z"));
    }
}
