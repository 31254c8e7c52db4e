package org.qipan.absence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.casefile.Exclusions;
import org.qipan.directory.Staff;
import org.qipan.directory.Substitution;
import org.qipan.directory.Substitutions;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a substitute sees and does, and what everybody reads of it. */
class StandInTests {

    private static final String OFFICER = "township-officer@" + Town.TOWN;

    private final Town town = new Town();
    private Staff absent;
    private Staff leader;
    private UUID caseId;
    private long item;

    @BeforeEach
    void anItem() {
        absent = town.room.employ("李四", OFFICER);
        leader = town.room.employ("王五", "township-leader@" + Town.TOWN);
        caseId = town.room.openCase(absent, "6月集中服务活动");
        item = town.room.task(caseId, OFFICER, null);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void theSubstituteSeesItMarkedAndTheAbsentOneKeepsSeeingIt() {
        assertThat(town.items(leader, "/worklist")).isEmpty();
        town.standIn(absent, leader, 3, null);
        assertThat(town.page(leader, "/worklist")).contains("/tasks/" + item, "代李四");
        assertThat(town.page(leader, "/tasks/" + item)).contains("您正在代 李四 办理", "提交并下一件");
        assertThat(town.page(absent, "/worklist")).contains("/tasks/" + item).doesNotContain("代李四");
    }

    @Test
    void whatWasDoneSaysByWhomAndForWhomEverywhere() {
        town.standIn(absent, leader, 3, null);
        town.send(leader, "/tasks/" + item + "/notes", "text", "先看过了");
        assertThat(town.complete(leader, item).getStatus()).isEqualTo(303);
        assertThat(town.page(leader, "/worklist?tab=done")).contains("代李四");
        assertThat(town.page(absent, "/tasks/" + item)).contains("已由 王五（代李四） 办理", "先看过了");
        assertThat(town.room
                        .jdbc
                        .sql("select acting_for from work_act where item = ? and act = 'completed'")
                        .param(item)
                        .query(UUID.class)
                        .single())
                .isEqualTo(absent.id());
        assertThat(town.page(absent, "/tasks/" + item).split("王五（代李四）", -1)).hasSizeGreaterThan(2);
    }

    @Test
    void onlyTheKindOfWorkItIsLimitedTo() {
        town.room
                .jdbc
                .sql("update case_file set kind = 'complaint' where id = ?")
                .param(caseId)
                .update();
        town.standIn(absent, leader, 3, "campaign");
        assertThat(town.items(leader, "/worklist")).isEmpty();
        assertThat(town.status(leader, "/tasks/" + item))
                .as("he looks down on villages, not on colleagues")
                .isEqualTo(404);
        town.room
                .jdbc
                .sql("update case_file set kind = 'campaign' where id = ?")
                .param(caseId)
                .update();
        assertThat(town.items(leader, "/worklist")).containsExactly(item);
    }

    @Test
    void beginsAndEndsByDateWithoutAJobAndAtOnceWhenEnded() {
        Substitutions substitutions = town.room.bean(Substitutions.class);
        substitutions.make(
                new Substitution.Wanted(
                        absent.id(), leader.id(), Town.TODAY.plusDays(1), Town.TODAY.plusDays(2), null, null),
                absent);
        assertThat(town.items(leader, "/worklist")).isEmpty();
        town.room.clock.set("2026-11-20T16:00:00Z");
        assertThat(town.items(leader, "/worklist")).as("midnight in Beijing").containsExactly(item);
        town.room.clock.set("2026-11-22T15:59:00Z");
        assertThat(town.items(leader, "/worklist")).containsExactly(item);
        town.room.clock.set("2026-11-22T16:00:00Z");
        assertThat(town.items(leader, "/worklist")).isEmpty();
        assertThat(town.status(leader, "/tasks/" + item)).isEqualTo(404);

        Substitution another = substitutions.make(
                new Substitution.Wanted(
                        absent.id(), leader.id(), Town.TODAY.plusDays(3), Town.TODAY.plusDays(9), null, null),
                absent);
        assertThat(town.items(leader, "/worklist")).containsExactly(item);
        substitutions.end(another.id(), leader);
        assertThat(town.status(leader, "/tasks/" + item)).isEqualTo(404);
        assertThat(town.complete(leader, item).getStatus()).isEqualTo(404);
    }

    @Test
    void nobodyDecidesOnWhatHeHandedInForTheAbsentOne() {
        town.standIn(absent, leader, 3, null);
        town.complete(leader, item);
        long decision = decisionOn(item);
        MockHttpServletResponse own = town.complete(leader, decision);
        assertThat(own.getStatus()).isEqualTo(422);
        assertThat(text(own)).contains("您自己经手报送", "同意");
        Staff second = town.room.employ("赵六", "township-leader@" + Town.TOWN);
        assertThat(town.complete(second, decision).getStatus()).isEqualTo(303);
    }

    @Test
    void nobodyDecidesForTheAbsentOneOnWhatHeHandedInHimself() {
        town.complete(absent, item);
        long decision = decisionOn(item);
        town.standIn(leader, absent, 3, null);
        assertThat(town.complete(absent, decision).getStatus()).isEqualTo(422);
        assertThat(town.complete(leader, decision).getStatus()).isEqualTo(303);
    }

    /** A task of the leader whose result stands on the other one. */
    private long decisionOn(long other) {
        town.room.page.decidesOn = "Task_WorkChecklist";
        long decision = town.room.task(caseId, "township-leader@" + Town.TOWN, null);
        town.room
                .jdbc
                .sql(
                        "update work_item set key = 'Task_ReviewUnit', ref = (select ref from work_item where id = ?) where id = ?")
                .params(other, decision)
                .update();
        return decision;
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void whatIsDoneForOnePersonIsNotPassedOnToTheNext() {
        Staff second = town.room.employ("赵六", "township-leader@" + Town.TOWN);
        town.standIn(absent, leader, 3, null);
        town.standIn(leader, second, 3, null);
        assertThat(town.items(leader, "/worklist")).containsExactly(item);
        assertThat(town.items(second, "/worklist")).isEmpty();
        assertThat(town.status(second, "/tasks/" + item)).isEqualTo(404);
    }

    @Test
    void aRecusalOfTheAbsentOneOrOfTheSubstituteEndsItForTheCase() {
        town.standIn(absent, leader, 3, null);
        for (Staff recused : new Staff[] {absent, leader}) {
            town.room.bean(Exclusions.class).exclude(caseId, recused.id(), null);
            assertThat(town.items(leader, "/worklist")).isEmpty();
            assertThat(town.items(leader, "/worklist?text=6")).isEmpty();
            assertThat(town.page(leader, "/worklist")).doesNotContain("<span class=\"badge\">");
            assertThat(town.status(leader, "/tasks/" + item)).isEqualTo(404);
            town.room.jdbc.sql("delete from case_exclusion").update();
        }
        assertThat(town.items(leader, "/worklist")).containsExactly(item);
    }

    @Test
    void whatHeDidForSomebodyWhoIsRecusedLaterIsNoLongerThere() {
        town.standIn(absent, leader, 3, null);
        town.complete(leader, item);
        assertThat(town.items(leader, "/worklist?tab=done")).containsExactly(item);
        town.room.bean(Exclusions.class).exclude(caseId, absent.id(), null);
        assertThat(town.items(leader, "/worklist?tab=done")).isEmpty();
        assertThat(town.status(leader, "/tasks/" + item)).isEqualTo(404);
    }

    @Test
    void hisOwnPostIsNeverActingForSomebody() {
        Staff colleague = town.room.employ("赵六", OFFICER);
        town.standIn(absent, colleague, 3, null);
        town.room.bean(Exclusions.class).exclude(caseId, absent.id(), null);
        assertThat(town.page(colleague, "/worklist")).contains("/tasks/" + item).doesNotContain("代李四");
        town.complete(colleague, item);
        assertThat(town.room
                        .jdbc
                        .sql("select count(*) from work_act where acting_for is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoSignedAsASubstituteKeepsNobodyFromTheWorkAfterwards() {
        town.room.jdbc.sql("update work_item set claim = true").update();
        Substitution one = town.standIn(absent, leader, 3, null);
        town.send(leader, "/tasks/" + item + "/claim");
        assertThat(town.page(absent, "/tasks/" + item)).doesNotContain("提交并下一件");
        town.room.bean(Substitutions.class).end(one.id(), leader);
        town.send(absent, "/tasks/" + item + "/claim");
        assertThat(town.complete(absent, item).getStatus()).isEqualTo(303);
    }

    @Test
    void whoMovedAwayStandsInForNobody() {
        town.standIn(absent, leader, 3, null);
        town.room
                .jdbc
                .sql("delete from staff_post where staff = ?")
                .param(leader.id())
                .update();
        assertThat(town.items(leader, "/worklist")).isEmpty();
        assertThat(town.status(leader, "/tasks/" + item)).isEqualTo(404);
    }

    @Test
    void aPostTheAbsentOneGetsElsewhereIsNotCovered() {
        town.standIn(absent, leader, 3, null);
        town.room
                .jdbc
                .sql("insert into post (unit, role) values (?, 'village-head')")
                .param(Town.OTHER)
                .update();
        town.room
                .jdbc
                .sql("insert into staff_post (staff, unit, role) values (?, ?, 'village-head')")
                .params(absent.id(), Town.OTHER)
                .update();
        town.room.task(caseId, "village-head@" + Town.OTHER, null);
        assertThat(town.items(leader, "/worklist")).containsExactly(item);
    }

    @Test
    void afterwardsTheAbsentOneReadsWhatWasDoneAndWhatWaits() {
        long other = town.room.task(caseId, OFFICER, null);
        Substitution one = town.standIn(absent, leader, 1, null);
        town.complete(leader, item);
        Away away = town.room.bean(Away.class);
        town.room.clock.set("2026-11-21T01:00:00Z");
        assertThat(away.card(absent))
                .hasValueSatisfying(card -> assertThat(card)
                        .isEqualTo(new Away.Card(one.id().toString(), "王五", "2026-11-20", "2026-11-20", 1, 1)));
        assertThat(town.page(absent, "/substitutions/" + one.id()))
                .contains("您不在时", "/tasks/" + item, "还有 1 件待办")
                .doesNotContain("/tasks/" + other);
        assertThat(town.page(leader, "/substitutions/" + one.id())).contains("李四 不在时");
        assertThat(town.page(absent, "/test/away")).contains("王五 代您办了 1 步，您的岗位还有 1 件待办", "知道了");
        town.send(absent, "/substitutions/" + one.id() + "/seen");
        assertThat(away.card(absent)).isEmpty();
        assertThat(away.card(leader)).isEmpty();
    }

    @Test
    void whatTheAbsentOneIsRecusedFromIsNotToldToHimLater() {
        Substitution one = town.standIn(absent, leader, 1, null);
        town.complete(leader, item);
        town.room.bean(Exclusions.class).exclude(caseId, absent.id(), null);
        assertThat(town.page(absent, "/substitutions/" + one.id())).doesNotContain("/tasks/" + item, "6月集中服务活动");
        assertThat(town.room.bean(Away.class).card(absent))
                .hasValueSatisfying(
                        card -> assertThat(card.done() + card.open()).isZero());
    }
}
