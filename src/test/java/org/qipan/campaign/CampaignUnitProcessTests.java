package org.qipan.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qipan.campaign.CampaignStory.CITY;
import static org.qipan.campaign.CampaignStory.POST;
import static org.qipan.campaign.CampaignStory.STAFF;
import static org.qipan.campaign.CampaignStory.TOWN;
import static org.qipan.campaign.CampaignStory.village;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qipan.workflow.EngineContext;
import org.qipan.workflow.EngineFixture;
import org.qipan.worklist.CasePage;
import org.qipan.worklist.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = CampaignNode.class, properties = EngineContext.NO_JOBS)
class CampaignUnitProcessTests {

    @Autowired
    private CampaignStory story;

    @Autowired
    private EngineFixture engine;

    @Autowired
    private CampaignNode.OpenItems items;

    @Autowired
    private UnitStages parts;

    @Autowired
    private Checklist checklist;

    @Autowired
    private Rounds rounds;

    @Autowired
    private CampaignProcess process;

    @Autowired
    private Participants participants;

    @Autowired
    private StageGate gate;

    @Autowired
    private CampaignNode.Timeline timeline;

    @AfterEach
    void countersAreRight() {
        assertThat(story.drift()).isEmpty();
    }

    @AfterAll
    static void everyNodeWasPassed(@Autowired EngineFixture engine) {
        assertThat(engine.passed("campaign-unit")).containsAll(engine.nodes("campaign-unit"));
    }

    @Test
    void goesDownTheUnitsAndUpAgain() {
        story.begun(3);
        assertThat(story.openLower(CITY)).isEqualTo(1);
        assertThat(story.openLower(TOWN)).isEqualTo(3);
        story.works(TOWN);
        assertThat(story.item(TOWN, CampaignProcess.SUBMIT).blocked()).isTrue();
        story.finishes(village(1));
        story.finishes(village(2));
        assertThat(story.item(TOWN, CampaignProcess.SUBMIT).blocked()).isTrue();
        story.finishes(village(3));
        assertThat(story.item(TOWN, CampaignProcess.SUBMIT).blocked()).isFalse();
        assertThat(items.ready.get(story.part(TOWN))).isEqualTo(1);
        story.submits(TOWN, null);
        story.accepts(TOWN);
        story.finishes(CITY);
        assertThat(gate.missing(gate.lock(story.stage))).isEmpty();
    }

    @Test
    void handsDownInChunksAndNeverTwice() {
        story.begun(205);
        assertThat(story.openLower(TOWN)).isEqualTo(205);
        story.inTransaction(() -> assertThat(parts.handDown(story.part(TOWN))).isFalse());
        assertThat(story.openLower(TOWN)).isEqualTo(205);
    }

    @Test
    void acceptingTwiceCountsOnce() {
        story.begun(2);
        story.finishes(village(1));
        parts.accepted(story.part(village(1)));
        assertThat(story.openLower(TOWN)).isEqualTo(1);
    }

    @Test
    void refusesLessThanTheMinimumUnlessThereIsAReason() {
        story.begun(1);
        story.works(village(1));
        assertThatThrownBy(() -> story.submits(village(1), null))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(Refused.Reason::key)
                                .containsExactly(
                                        "campaign.refused.minimum",
                                        "campaign.refused.blank",
                                        "campaign.refused.reasonOrMore"));
        story.submits(village(1), "下雨");
        assertThat(story.has(village(1), CampaignProcess.REVIEW)).isTrue();
    }

    @Test
    void aReasonDoesNotHelpWhereThePlanAllowsNone(@Autowired org.springframework.jdbc.core.simple.JdbcClient jdbc) {
        story.begun(1);
        jdbc.sql("update campaign_stage set reason_allowed = false where id = ?")
                .param(story.stage)
                .update();
        story.works(village(1));
        assertThatThrownBy(() -> story.submits(village(1), "下雨")).isInstanceOf(Refused.class);
    }

    @Test
    void submitsWithoutTheLastVillagesOnlyWithAReasonAndTheyGoOn() {
        story.begun(2);
        story.works(TOWN);
        assertThatThrownBy(() -> story.submits(TOWN, null))
                .hasMessageContaining("lowerOpen")
                .hasMessageContaining(village(2));
        story.submits(TOWN, "两村停电");
        story.accepts(TOWN);
        story.finishes(village(1));
        story.finishes(village(2));
        assertThat(story.openLower(TOWN)).isZero();
    }

    @Test
    void onlyTheReturnedItemUnlocksInTheSameRound() {
        story.begun(1);
        long us = story.part(village(1));
        List<Checklist.Line> lines = checklist.lines(us);
        checklist.save(us, lines.get(0).item(), new BigDecimal("3"), null, STAFF.id());
        checklist.save(us, lines.get(1).item(), null, "已公示", STAFF.id());
        story.works(village(1));
        story.submits(village(1), null);
        story.does(
                story.item(village(1), CampaignProcess.REVIEW),
                Map.of(CasePage.RETURNED, Map.of(String.valueOf(lines.get(1).item()), "写清地点")));
        assertThat(story.part(village(1))).isEqualTo(us);
        assertThatThrownBy(() -> checklist.save(us, lines.get(0).item(), BigDecimal.TEN, null, STAFF.id()))
                .hasMessageContaining("locked");
        checklist.save(us, lines.get(1).item(), null, "村口公示栏", STAFF.id());
        story.finishes(village(1));
        assertThat(story.state(village(1))).isEqualTo("accepted");
    }

    @Test
    void aLateJoinerBlocksWhatWaitsToBeSubmitted() {
        story.begun(1);
        story.finishes(village(1));
        story.works(TOWN);
        assertThat(story.item(TOWN, CampaignProcess.SUBMIT).blocked()).isFalse();
        participants.join(story.campaign, village(9), "新设", STAFF, POST);
        assertThat(story.item(TOWN, CampaignProcess.SUBMIT).blocked()).isTrue();
        assertThatThrownBy(() -> participants.join(story.campaign, village(9), "again", STAFF, POST))
                .hasMessageContaining("takesPart");
        story.finishes(village(9));
        story.submits(TOWN, null);
        story.accepts(TOWN);
        participants.join(story.campaign, village(8), "漏报", STAFF, POST);
        assertThat(gate.missing(gate.lock(story.stage))).contains(village(8)).doesNotContain(TOWN);
    }

    @Test
    void theTownReturnsToAVillageThatHadFinished() {
        story.begun(1);
        story.finishes(village(1));
        long first = story.part(village(1));
        long item = checklist.lines(first).get(1).item();
        story.works(TOWN);
        story.submits(TOWN, null);
        assertThatThrownBy(() -> sendBack(TOWN, village(1), item)).hasMessageContaining("recallFirst");
        rounds.recall(story.part(TOWN), "发现问题", STAFF, POST);
        long second = sendBack(TOWN, village(1), item);
        assertThat(second).isNotEqualTo(first);
        assertThat(checklist.lines(second)).extracting(Checklist.Line::item).containsExactly(item);
        assertThat(checklist.lines(first)).hasSize(2);
        story.works(TOWN);
        assertThat(story.item(TOWN, CampaignProcess.SUBMIT).blocked()).isTrue();
        story.finishes(village(1));
        assertThat(story.item(TOWN, CampaignProcess.SUBMIT).blocked()).isFalse();
        assertThat(timeline.acts).contains("campaign.sentBack: 数不对");
    }

    @Test
    void theWorkComesBackUntilItIsSubmitted() {
        story.begun(1);
        story.works(village(1));
        assertThat(process.recallWork(story.part(village(1)))).isTrue();
        assertThat(story.has(village(1), CampaignProcess.SUBMIT)).isFalse();
        story.works(village(1));
        story.submits(village(1), "下雨");
        assertThat(process.recallsWork(story.part(village(1)))).isFalse();
        assertThat(process.recallWork(story.part(village(1)))).isFalse();
        story.accepts(village(1));
    }

    @Test
    void anEndedTownIsReopenedByTheCityAndOneLevelAtATime() {
        story.begun(1);
        story.item(3, "township", "text", null);
        story.finishes(village(1));
        story.finishes(TOWN);
        long villages = checklist.lines(story.part(village(1))).get(0).item();
        long ended = story.part(TOWN);
        assertThatThrownBy(() -> rounds.sendBack(ended, village(1), Map.of(villages, "x"), "x", STAFF, POST))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> sendBack(CITY, village(1), villages)).isInstanceOf(Refused.class);
        sendBack(CITY, TOWN, checklist.lines(ended).get(0).item());
        sendBack(TOWN, village(1), villages);
        assertThat(story.openLower(TOWN)).isEqualTo(1);
        assertThat(story.openLower(CITY)).isEqualTo(1);
        story.finishes(village(1));
        story.finishes(TOWN);
        assertThat(story.openLower(CITY)).isZero();
    }

    private long sendBack(String upper, String unit, long item) {
        return rounds.sendBack(story.part(upper), unit, Map.of(item, "数不对"), "数不对", STAFF, POST);
    }

    @Test
    void reissuesToSomeUnitsAsANewRound() {
        story.begun(3);
        story.finishes(village(1));
        story.finishes(village(2));
        rounds.reissue(story.stage, List.of(village(2), village(1)), "补一项", STAFF, POST);
        assertThat(story.openLower(TOWN)).isEqualTo(3);
        assertThatThrownBy(() -> rounds.reissue(story.stage, List.of(village(3)), "x", STAFF, POST))
                .hasMessageContaining("stillOpen");
        story.finishes(village(1));
        assertThat(story.openLower(TOWN)).isEqualTo(2);
    }

    @Test
    void aWithdrawnUnitNoLongerCountsAndItsTaskIsGone() {
        story.begun(2);
        story.finishes(village(1));
        story.works(TOWN);
        participants.withdraw(story.campaign, village(2), "已撤销", STAFF, POST);
        assertThat(story.state(village(2))).isEqualTo("withdrawn");
        assertThat(story.has(village(2), CampaignProcess.WORK)).isFalse();
        assertThat(story.item(TOWN, CampaignProcess.SUBMIT).blocked()).isFalse();
    }

    @Test
    void aMergedVillageLeavesAndTheOtherJoins() {
        story.begun(2);
        participants.merge(story.campaign, village(2), village(7), "并入", STAFF, POST);
        assertThat(story.state(village(2))).isEqualTo("withdrawn");
        assertThat(story.openLower(TOWN)).isEqualTo(2);
        participants.merge(story.campaign, village(7), village(1), "并入", STAFF, POST);
        assertThat(story.openLower(TOWN)).isEqualTo(1);
    }

    @Test
    void theGateNamesWhoIsMissingAndAfterItNobodySubmits() {
        story.begun(1);
        story.works(village(1));
        assertThatThrownBy(() -> gate.close(story.stage, " ", STAFF, POST))
                .hasMessageContaining("gate")
                .hasMessageContaining(village(1));
        gate.close(story.stage, "转整改", STAFF, POST);
        assertThatThrownBy(() -> story.submits(village(1), "x")).hasMessageContaining("stageClosed");
        assertThatThrownBy(() -> gate.close(story.stage, "x", STAFF, POST)).hasMessageContaining("stageClosed");
    }

    @Test
    void oneOfTwoOfficersWinsAndTheOtherChangesNothing() throws Exception {
        story.begun(1);
        story.works(village(1));
        story.submits(village(1), "x");
        var review = story.item(village(1), CampaignProcess.REVIEW);
        CyclicBarrier together = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        List<Future<Boolean>> both =
                threads.invokeAll(List.of(accepting(review, together), accepting(review, together)));
        threads.shutdown();
        assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(true, false);
        assertThat(story.openLower(TOWN)).isZero();
        assertThat(items.ready.get(story.part(TOWN))).isEqualTo(1);
    }

    private java.util.concurrent.Callable<Boolean> accepting(
            org.qipan.worklist.WorkItem review, CyclicBarrier together) {
        return () -> {
            together.await();
            try {
                story.does(review, Map.of("decision", "accept"));
                return true;
            } catch (RuntimeException e) {
                return false;
            }
        };
    }
}
