package org.qipan.absence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.casefile.Exclusions;
import org.qipan.directory.Staff;
import org.springframework.mock.web.MockHttpServletResponse;

/** 回避: 公务员法（2018 修订） arts. 74, 76, 77. */
class RecusalTests {

    private static final String WORKER = "village-worker@" + Town.VILLAGE;
    private static final String REASON = "当事人是我表弟";

    private final Town town = new Town();
    private Staff officer;
    private Staff leader;
    private Staff head;
    private Staff worker;
    private UUID caseId;
    private long item;

    @BeforeEach
    void anItem() {
        leader = town.room.employ("分管领导", "township-leader@" + Town.TOWN);
        officer = town.room.employ("李四", "township-officer@" + Town.TOWN);
        head = town.room.employ("村主任", "village-head@" + Town.VILLAGE);
        worker = town.room.employ("赵六", WORKER);
        caseId = town.room.openCase(leader, "6月集中服务活动");
        item = town.room.task(caseId, WORKER, null);
    }

    @AfterEach
    void close() {
        town.close();
    }

    private int declare(Staff staff, String ground, String reason) {
        return town.send(staff, "/tasks/" + item + "/recusal", "ground", ground, "reason", reason)
                .getStatus();
    }

    /** 公务员法 art. 76 with art. 74 para. 1, and art. 77: whoever must step back asks for it himself. */
    @Test
    void article76EveryGroundTakesThePersonOutAtOnce() {
        for (String ground : new String[] {"own", "spouse", "relative", "other"}) {
            Staff someone = town.room.employ("某" + ground, WORKER);
            assertThat(town.page(someone, "/tasks/" + item)).contains("公务员法第七十六条", "value=\"" + ground + "\"");
            assertThat(town.items(someone, "/worklist")).containsExactly(item);
            assertThat(declare(someone, ground, REASON)).isEqualTo(303);
            assertThat(town.items(someone, "/worklist")).isEmpty();
            assertThat(town.items(someone, "/worklist?text=6")).isEmpty();
            assertThat(town.page(someone, "/worklist")).doesNotContain("<span class=\"badge\">");
            assertThat(town.status(someone, "/tasks/" + item)).isEqualTo(404);
        }
        assertThat(town.items(worker, "/worklist"))
                .as("a colleague of the post goes on")
                .containsExactly(item);
        assertThat(town.postOf(item)).isEqualTo(WORKER);
    }

    @Test
    void withoutGroundOrReasonNothingHappens() {
        declare(worker, "boredom", REASON);
        declare(worker, "own", " ");
        assertThat(town.items(worker, "/worklist")).containsExactly(item);
    }

    @Test
    void whereNobodyElseHoldsThePostTheLevelAboveTakesOver() {
        declare(worker, "relative", REASON);
        assertThat(town.postOf(item)).isEqualTo("township-officer@" + Town.TOWN);
        assertThat(town.items(officer, "/worklist")).containsExactly(item);
    }

    @Test
    void aHolderWhoIsRecusedHimselfIsPassedOver() {
        town.room.bean(Exclusions.class).exclude(caseId, officer.id(), null);
        Staff city = town.room.employ("市经办", "city-officer@" + Town.CITY);
        declare(worker, "relative", REASON);
        assertThat(town.items(city, "/worklist")).containsExactly(item);
    }

    @Test
    void headAndNextLevelReadThatItHappenedAndNotWhy() {
        declare(worker, "relative", REASON);
        for (Staff told : new Staff[] {head, leader}) {
            assertThat(town.page(told, "/worklist?tab=toread"))
                    .contains("有同事已回避此事", "走访服务")
                    .doesNotContain(REASON, "表弟", "赵六");
        }
        assertThat(town.page(officer, "/tasks/" + item))
                .as("the timeline of the one who took over")
                .contains("申请回避")
                .doesNotContain(REASON, "表弟");
        assertThat(town.room
                        .jdbc
                        .sql("select detail::text from audit where action = 'task.audit.recusal'")
                        .query(String.class)
                        .single())
                .doesNotContain("表弟");
    }

    @Test
    void whatHeSignedForAndDraftedIsGivenBack() {
        Staff colleague = town.room.employ("孙八", WORKER);
        town.room.jdbc.sql("update work_item set claim = true").update();
        town.send(worker, "/tasks/" + item + "/claim");
        town.send(worker, "/tasks/" + item + "/completion", "version", "9", "opinion", "写到一半");
        declare(worker, "own", REASON);
        assertThat(town.page(worker, "/worklist?tab=drafts")).doesNotContain("走访服务");
        town.send(colleague, "/tasks/" + item + "/claim");
        assertThat(town.complete(colleague, item).getStatus()).isEqualTo(303);
    }

    /** 公务员法 art. 77 para. 2: the authority may also decide without being asked. */
    @Test
    void article77TheHeadDecidesAboutAColleagueAndTakesItBack() {
        assertThat(town.page(head, "/substitutions")).contains("作出回避决定", "赵六");
        assertThat(town.page(head, "/substitutions/recusals/new?staff=" + worker.id()))
                .contains("6月集中服务活动");
        order(head, worker);
        assertThat(town.items(worker, "/worklist")).isEmpty();
        assertThat(town.page(head, "/substitutions")).contains("回避决定", "解除回避").doesNotContain(REASON);
        UUID recusal =
                town.room.jdbc.sql("select id from recusal").query(UUID.class).single();
        for (Staff other : new Staff[] {worker, officer}) {
            assertThat(town.send(other, "/substitutions/recusals/" + recusal + "/lift")
                            .getStatus())
                    .as(other.name())
                    .isEqualTo(404);
        }
        town.send(head, "/substitutions/recusals/" + recusal + "/lift");
        town.room
                .jdbc
                .sql("update work_item set role = 'village-worker', unit = ?")
                .param(Town.VILLAGE)
                .update();
        assertThat(town.items(worker, "/worklist")).containsExactly(item);
    }

    private int order(Staff by, Staff colleague) {
        return town.send(
                        by,
                        "/substitutions/recusals",
                        "staff",
                        colleague.id().toString(),
                        "matter",
                        caseId.toString(),
                        "ground",
                        "own",
                        "reason",
                        REASON)
                .getStatus();
    }

    @Test
    void anOrderThatIsRefusedKeepsWhatWasTyped() throws Exception {
        MockHttpServletResponse refused = town.send(
                head,
                "/substitutions/recusals",
                "staff",
                worker.id().toString(),
                "matter",
                "",
                "ground",
                "relative",
                "reason",
                REASON);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString())
                .contains(">" + REASON + "</textarea>", "role=\"alert\"")
                .containsPattern("value=\"relative\"\\s+selected");
    }

    @Test
    void nobodyDecidesAboutThoseHeDoesNotAnswerForOrCasesHeMustNotKnow() {
        assertThat(order(worker, head)).isEqualTo(404);
        assertThat(order(officer, worker)).as("the village has a head").isEqualTo(404);
        town.room.bean(Exclusions.class).exclude(caseId, head.id(), null);
        assertThat(order(head, worker)).isEqualTo(404);
        assertThat(town.page(head, "/substitutions/recusals/new?staff=" + worker.id()))
                .doesNotContain("6月集中服务活动");
    }

    @Test
    void liftingLeavesExclusionsOfOtherReasons() {
        order(head, worker);
        town.room.bean(Exclusions.class).exclude(caseId, worker.id(), "被反映人");
        UUID recusal =
                town.room.jdbc.sql("select id from recusal").query(UUID.class).single();
        town.send(head, "/substitutions/recusals/" + recusal + "/lift");
        assertThat(town.room.bean(Exclusions.class).excludes(caseId, worker)).isTrue();
    }

    @Test
    void aPostEverybodyOfWhichIsRecusedIsNoTarget() {
        String target = "value=\"village-head@" + Town.VILLAGE + "\"";
        assertThat(town.page(worker, "/tasks/" + item)).contains(target);
        town.room.bean(Exclusions.class).exclude(caseId, head.id(), null);
        assertThat(town.page(worker, "/tasks/" + item)).doesNotContain(target);
        town.send(worker, "/tasks/" + item + "/copies", "to", "village-head@" + Town.VILLAGE);
        assertThat(town.page(head, "/worklist?tab=toread")).doesNotContain("走访服务");
    }
}
