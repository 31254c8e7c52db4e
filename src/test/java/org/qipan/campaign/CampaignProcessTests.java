package org.qipan.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qipan.campaign.CampaignStory.CITY;
import static org.qipan.campaign.CampaignStory.POST;
import static org.qipan.campaign.CampaignStory.STAFF;
import static org.qipan.campaign.CampaignStory.TOWN;
import static org.qipan.campaign.CampaignStory.village;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.workflow.EngineContext;
import org.qipan.workflow.EngineFixture;
import org.qipan.workflow.Workflow;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = CampaignNode.class, properties = EngineContext.NO_JOBS)
class CampaignProcessTests {

    @Autowired
    private CampaignStory story;

    @Autowired
    private EngineFixture engine;

    @Autowired
    private Workflow workflow;

    @Autowired
    private CampaignProcess process;

    @Autowired
    private Stages stages;

    @Autowired
    private StageChanges changes;

    @Autowired
    private StageGate gate;

    @Autowired
    private Checklist checklist;

    @Autowired
    private CampaignWork work;

    @Autowired
    private CampaignNode.OpenItems items;

    @Autowired
    private EngineContext.MovableClock clock;

    @Autowired
    private org.springframework.jdbc.core.simple.JdbcClient jdbc;

    private String ref = "";

    @BeforeEach
    void aPlanForJune() {
        clock.set(Instant.parse("2026-06-02T01:00:00Z"));
        story.planned(2);
        ref = story.campaign.toString();
        process.begin(story.campaign, CITY);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @AfterAll
    static void everyNodeWasPassed(@Autowired EngineFixture engine) {
        assertThat(engine.passed("campaign")).containsAll(engine.nodes("campaign"));
    }

    private void does(String key, Map<String, Object> variables) {
        workflow.complete(engine.task("campaign", ref, key), variables);
    }

    private void issue() {
        does(CampaignProcess.DRAFT, Map.of());
        does(CampaignProcess.APPROVE, Map.of("outcome", "approved"));
        engine.runJobs();
    }

    private void closeStage(long stage) {
        gate.close(stage, "转整改", STAFF, POST);
        var item = items.open.stream()
                .filter(i -> i.ref().equals(ref) && Long.valueOf(stage).equals(i.stage()))
                .findFirst()
                .orElseThrow();
        workflow.complete(item.task(), Map.of());
    }

    @Test
    void goesFromThePlanToTheCircularAndBackWhereItWasReturned() {
        does(CampaignProcess.DRAFT, Map.of());
        does(CampaignProcess.APPROVE, Map.of("outcome", "returned"));
        issue();
        assertThat(story.state(CITY)).isEqualTo("open");
        closeStage(story.stage);
        assertThat(jdbc.sql("select state from campaign where id = ?")
                        .param(story.campaign)
                        .query(String.class)
                        .single())
                .isEqualTo("REPORTING");
        does(CampaignProcess.COMPILE, Map.of("reviewer", "province-officer", "upper", "440000000000"));
        does(CampaignProcess.ACCEPT, Map.of("outcome", "returned"));
        does(CampaignProcess.COMPILE, Map.of("reviewer", "province-officer", "upper", "440000000000"));
        does(CampaignProcess.ACCEPT, Map.of("outcome", "accepted"));
        does(CampaignProcess.SIGN, Map.of());
        engine.runJobs();
        assertThat(engine.runs("campaign", ref)).isFalse();
    }

    @Test
    void theLeaderSignsWhereNobodyAccepts() {
        issue();
        closeStage(story.stage);
        Map<String, Object> nobody = new HashMap<>();
        nobody.put("reviewer", null);
        does(CampaignProcess.COMPILE, nobody);
        assertThat(engine.tasks("campaign", ref)).containsExactly(CampaignProcess.SIGN);
    }

    @Test
    void aStageBeforeTheApprovalBeginsAtOnceAndALaterOneWaits() {
        long july = story.addStage(2, LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 20));
        issue();
        assertThat(engine.tasks("campaign", ref)).containsExactly(CampaignProcess.CLOSE_STAGE);
        clock.set(Instant.parse("2026-06-30T16:00:01Z"));
        engine.runJobs();
        assertThat(engine.tasks("campaign", ref)).hasSize(2);
        assertThat(items.open.stream().filter(i -> i.ref().equals(ref)).map(i -> i.stage()))
                .containsExactlyInAnyOrder(story.stage, july);
        closeStage(july);
        changes.reopen(july, "漏了一村", STAFF, POST);
        engine.runJobs();
        closeStage(july);
        closeStage(story.stage);
        assertThat(engine.tasks("campaign", ref)).containsExactly(CampaignProcess.COMPILE);
        assertThatThrownBy(() -> changes.reopen(july, "x", STAFF, POST)).hasMessageContaining("reopenLate");
    }

    @Test
    void aVillageThatStoppedAVisitItselfStaysStoppedWhenThePausedStageGoesOn() {
        issue();
        long stopped = story.part(village(1));
        String own = String.valueOf(stopped);
        String other = String.valueOf(story.part(village(2)));
        long item = checklist.lines(stopped).get(0).item();
        checklist.stop(stopped, item, STAFF.id());
        items.stopped(own);
        stages.pause(story.stage, "台风", STAFF, POST);
        assertThat(items.standing).contains(own, other);
        clock.set(Instant.parse("2026-06-12T01:00:00Z"));
        stages.resume(story.stage, "好转", STAFF, POST);
        assertThat(items.standing).contains(own).doesNotContain(other);
        assertThat(items.later.get(own))
                .as("its own stop adds these days when it ends")
                .isEqualTo(Duration.ofDays(-10));
        assertThat(work.facts(CampaignProcess.UNIT, CampaignProcess.WORK, own).paused())
                .isTrue();
        checklist.stop(stopped, item, STAFF.id());
        stages.pause(story.stage, "台风", STAFF, POST);
        stages.resume(story.stage, "好转", STAFF, POST);
        assertThat(items.standing).doesNotContain(own);
    }

    @Test
    void aPauseMovesTheStageAndItsDates() {
        long july = story.addStage(2, LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 20));
        issue();
        stages.pause(july, "台风", STAFF, POST);
        stages.pause(story.stage, "台风", STAFF, POST);
        assertThatThrownBy(() -> gate.entered(story.stage)).hasMessageContaining("stagePaused");
        clock.set(Instant.parse("2026-07-02T01:00:00Z"));
        engine.runJobs();
        assertThat(engine.tasks("campaign", ref)).hasSize(1);
        stages.resume(july, "好转", STAFF, POST);
        stages.resume(story.stage, "好转", STAFF, POST);
        assertThat(items.due.get(story.stage)).isEqualTo(Instant.parse("2026-07-30T16:00:00Z"));
        assertThat(gate.lock(july).opens()).isEqualTo(LocalDate.of(2026, 7, 31));
        clock.set(Instant.parse("2026-07-31T01:00:00Z"));
        engine.runJobs();
        assertThat(engine.tasks("campaign", ref)).hasSize(2);
    }

    @Test
    void aStageIsExtendedAndAnotherAddedWhileItRuns() {
        issue();
        changes.extend(story.stage, LocalDate.of(2026, 7, 5), "雨季", STAFF, POST);
        assertThat(items.due.get(story.stage)).isEqualTo(Instant.parse("2026-07-05T16:00:00Z"));
        assertThatThrownBy(() -> changes.extend(story.stage, LocalDate.of(2026, 7, 1), "x", STAFF, POST))
                .hasMessageContaining("notLater");
        changes.add(story.campaign, "回头看", LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 9), "补课", STAFF, POST);
        engine.runJobs();
        assertThat(engine.tasks("campaign", ref)).hasSize(2);
    }

    @Test
    void anEarlyEndTakesEverythingBack() {
        issue();
        assertThat(process.cancel(story.campaign)).isTrue();
        engine.runJobs();
        assertThat(engine.runs("campaign", ref)).isFalse();
        assertThat(story.state(CITY)).isEqualTo("withdrawn");
        assertThat(engine.runs("campaign-unit", String.valueOf(story.part(CITY))))
                .isFalse();
        assertThat(story.drift()).isEmpty();
    }

    @Test
    void aClosedStageWaitsAndIsTakenBackWithItsReasonWhenTheCircularIsSigned() {
        issue();
        story.finishes(village(1));
        closeStage(story.stage);
        assertThat(items.ended).containsEntry(story.stage, true);
        assertThatThrownBy(() -> story.works(village(2))).hasMessageContaining("stageClosed");
        assertThat(story.has(village(2), CampaignProcess.WORK)).isTrue();
        Map<String, Object> nobody = new HashMap<>();
        nobody.put("reviewer", null);
        does(CampaignProcess.COMPILE, nobody);
        does(CampaignProcess.SIGN, Map.of());
        engine.runJobs();
        assertThat(story.state(village(1))).isEqualTo("accepted");
        assertThat(story.state(village(2))).isEqualTo("withdrawn");
        assertThat(story.has(village(2), CampaignProcess.WORK)).isFalse();
        assertThat(reason(village(2))).isEqualTo("转整改");
        assertThat(engine.runs("campaign-unit", String.valueOf(story.part(TOWN))))
                .isFalse();
        assertThat(engine.runs("campaign", ref)).isFalse();
        assertThat(story.drift()).isEmpty();
    }

    @Test
    void reopeningTakesTheMarkFromWhatWaited() {
        story.addStage(2, LocalDate.of(2026, 6, 1), LocalDate.of(2026, 7, 20));
        issue();
        closeStage(story.stage);
        changes.reopen(story.stage, "漏了一村", STAFF, POST);
        engine.runJobs();
        assertThat(items.ended).containsEntry(story.stage, false);
        story.finishes(village(1));
        assertThat(story.state(village(1))).isEqualTo("accepted");
    }

    private String reason(String unit) {
        return jdbc.sql("select reason from unit_stage where id = ?")
                .param(story.part(unit))
                .query(String.class)
                .single();
    }
}
