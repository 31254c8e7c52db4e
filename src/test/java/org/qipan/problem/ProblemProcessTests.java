package org.qipan.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.casefile.Exclusions;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.workflow.EngineContext;
import org.qipan.workflow.EngineFixture;
import org.qipan.worklist.DangerArrived;
import org.qipan.worklist.Refused;
import org.qipan.worklist.WorkItem;
import org.qipan.worklist.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@RecordApplicationEvents
@SpringBootTest(classes = ProblemNode.class, properties = EngineContext.NO_JOBS)
class ProblemProcessTests {

    private static final String WORKER = "village-worker@" + Ladder.VILLAGE;
    private static final String OFFICER = "township-officer@" + Ladder.TOWN;
    private static final String CITY = "city-officer@" + Ladder.CITY;

    @Autowired
    private ApplicationEvents news;

    @Autowired
    private ProblemStory story;

    @Autowired
    private ProblemAccess access;

    @Autowired
    private EngineFixture engine;

    @BeforeEach
    void begin() {
        story.begin();
    }

    @AfterEach
    void end() {
        story.end();
    }

    @AfterAll
    static void everyNodeWasPassed(@Autowired EngineFixture engine) {
        assertThat(engine.passed("problem")).containsAll(engine.nodes("problem"));
    }

    @Test
    void whoeverGetsAnUrgentProblemIsToldAtOnceOnEveryLevel() {
        story.raised();
        assertThat(dangers()).isEmpty();
        UUID problem = story.raised(ProblemKind.POLICY, true, false);
        assertThat(dangers()).containsExactly(OFFICER);
        story.passesUp(problem, story.officer);
        assertThat(dangers()).containsExactly(OFFICER, CITY);
        story.answers(problem, story.city);
        assertThat(dangers()).as("an answer is no danger").containsExactly(OFFICER, CITY);
    }

    private List<String> dangers() {
        return news.stream(DangerArrived.class)
                .map(danger -> danger.item().post().group())
                .toList();
    }

    @Test
    void goesToTheLevelAboveAndIsClosedWhenTheOneWhoRaisedItSaysSo() {
        UUID problem = story.raised();
        assertThat(story.waitsFor(problem)).containsExactly(OFFICER);
        story.answers(problem, story.officer);
        assertThat(story.waitsFor(problem)).containsExactly(WORKER);
        assertThat(story.now(problem).due()).as("nobody's clock runs").isNull();
        story.confirms(problem, "solved");
        assertThat(story.waitsFor(problem)).isEmpty();
        assertThat(story.now(problem).state()).isEqualTo("closed");
        assertThat(story.now(problem).solved()).isTrue();
        assertThat(engine.runs("problem", problem.toString())).isFalse();
        assertThat(story.acts(problem))
                .as("by post, never by name")
                .containsExactly(
                        "problem.raised 新伦村 · village-worker",
                        "problem.answered 民众街道 · township-officer",
                        "problem.solved 新伦村 · village-worker");
    }

    @Test
    void comesBackForMoreFactsAndItsClockBeginsAnew() {
        UUID problem = story.raised();
        Instant first = story.now(problem).due();
        story.does(problem, ProblemProcess.HANDLE, story.officer, "decision", "ask", "answer", "是哪两个部门？");
        assertThat(story.waitsFor(problem)).containsExactly(WORKER);
        assertThat(story.now(problem).due()).isNull();
        story.at(ProblemStory.FRIDAY.plusSeconds(4 * 86_400));
        story.does(problem, ProblemProcess.SUPPLEMENT, story.worker, "supplement", "公安和社会事务。");
        assertThat(story.waitsFor(problem)).containsExactly(OFFICER);
        assertThat(story.now(problem).due()).isAfter(first);
        story.answers(problem, story.officer);
        story.confirms(problem, "solved");
    }

    @Test
    void climbsPastTheCountyThatZhongshanDoesNotHaveAndStopsAtTheTop() {
        UUID problem = story.raised();
        story.passesUp(problem, story.officer);
        assertThat(story.waitsFor(problem)).containsExactly(CITY);
        assertThat(story.acts(problem)).last().isEqualTo("problem.passedUp 民众街道 · township-officer");
        assertThatThrownBy(() -> story.passesUp(problem, story.city))
                .as("nobody works in the province: the choice is not offered")
                .hasMessageContaining("decision");
        assertThat(story.now(problem).at()).isEqualTo(Ladder.CITY);
    }

    @Test
    void whoeverMustNotKnowOfACaseNeverMeetsAProblemRaisedFromIt(
            @Autowired Exclusions exclusions, @Autowired ProblemExtra extra) {
        Staff province = story.ladder.person(new Post("province-officer", Ladder.PROVINCE));
        UUID matter = story.raised();
        exclusions.excludeOnly(matter, Ladder.CITY, "concerned");
        UUID met = story.raisedFrom(matter, ProblemProcess.HANDLE, story.officer);
        assertThat(story.waitsFor(met)).as("not to the city").containsExactly("province-officer@" + Ladder.PROVINCE);
        assertThat(access.visible(met, province).id()).isEqualTo(met);
        assertThatThrownBy(() -> access.visible(met, story.city)).isInstanceOf(NoSuchElementException.class);
        assertThat(extra.act(matter, story.officer).model())
                .as("the case leads to it")
                .hasEntrySatisfying(
                        "problemsMet",
                        problems ->
                                assertThat((List<?>) problems).extracting("id").containsExactly(met));
        assertThat(extra.act(matter, story.city)).isNull();
    }

    @Test
    void saysWhyTheTopCannotPassItUp(
            @Autowired ProblemDecisions decisions,
            @Autowired WorkItems items,
            @Autowired TransactionTemplate transaction) {
        UUID problem = story.raised();
        story.passesUp(problem, story.officer);
        WorkItem item = items.find(story.item(problem, ProblemProcess.HANDLE))
                .orElseThrow()
                .item();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status ->
                        decisions.completing(item, Map.of("decision", "up", "answer", "x"), story.city, item.post())))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(Refused.Reason::key)
                                .containsExactly("problem.refused.top"));
    }

    @Test
    void aDistrictIsALevelOfItsOwn() {
        Staff worker = story.ladder.person(new Post("village-worker", Ladder.TONGAN_VILLAGE));
        Staff town = story.ladder.person(new Post("township-officer", Ladder.TONGAN_TOWN));
        story.ladder.person(new Post("district-officer", Ladder.TONGAN));
        story.ladder.person(new Post("city-officer", Ladder.XIAMEN));
        UUID problem = story.raised(worker, ProblemKind.RESOURCES, false, false);
        story.passesUp(problem, town);
        assertThat(story.waitsFor(problem)).containsExactly("district-officer@" + Ladder.TONGAN);
    }

    @Test
    void passesByALevelWhereNobodyWorksYet() {
        story.ladder.people.remove(story.officer);
        assertThat(story.waitsFor(story.raised())).containsExactly(CITY);
        story.ladder.people.remove(story.city);
        assertThatThrownBy(() -> story.raised()).hasMessageContaining("problem.refused.nowhere");
    }

    @Test
    void anOfficeOfTheTownSendsToItsTown() {
        Staff office = story.ladder.person(new Post("department-officer", Ladder.OFFICE));
        assertThat(story.waitsFor(story.raised(office, ProblemKind.COOPERATION, false, false)))
                .containsExactly(OFFICER);
    }

    @Test
    void whatIsNotSolvedGoesOneLevelHigherAndAtTheTopIsClosedWithTheRemark() {
        UUID problem = story.raised();
        story.answers(problem, story.officer);
        assertThatThrownBy(() -> story.does(problem, ProblemProcess.CONFIRM, story.worker, "decision", "unsolved"))
                .as("says what is missing")
                .hasMessageContaining("problem.refused.empty");
        story.confirms(problem, "unsolved");
        assertThat(story.waitsFor(problem)).containsExactly(CITY);
        story.answers(problem, story.city);
        story.confirms(problem, "unsolved");
        assertThat(story.now(problem).state()).isEqualTo("closed");
        assertThat(story.now(problem).solved()).isFalse();
        assertThat(story.acts(problem)).last().isEqualTo("problem.unsolvedAtTop 新伦村 · village-worker");
    }

    @Test
    void isTakenBackByTheOneWhoRaisedItUntilItIsAnswered() {
        UUID problem = story.raised();
        assertThatThrownBy(() -> story.withdraws(problem, story.officer)).hasMessageContaining("problem.refused.over");
        story.withdraws(problem, story.worker);
        assertThat(story.waitsFor(problem)).isEmpty();
        assertThat(story.now(problem).state()).isEqualTo("withdrawn");
        assertThat(engine.runs("problem", problem.toString())).isFalse();

        UUID answered = story.raised();
        story.answers(answered, story.officer);
        assertThatThrownBy(() -> story.withdraws(answered, story.worker)).hasMessageContaining("problem.refused.over");
    }

    @Test
    void whatIsAboutTheNextLevelGoesPastItAndStaysUnseenThere() {
        Staff leader = story.ladder.person(new Post("township-leader", Ladder.TOWN));
        UUID problem = story.raised(ProblemKind.CONDUCT, false, true);
        assertThat(story.waitsFor(problem)).containsExactly(CITY);
        for (Staff excluded : List.of(story.officer, leader)) {
            assertThatThrownBy(() -> access.visible(problem, excluded))
                    .isInstanceOf(java.util.NoSuchElementException.class);
        }
        assertThat(access.visible(problem, story.worker).id()).isEqualTo(problem);
        assertThat(access.visible(problem, story.city).id()).isEqualTo(problem);
        story.answers(problem, story.city);
        story.confirms(problem, "solved");
        assertThatThrownBy(() -> story.raised(ProblemKind.POLICY, false, true))
                .hasMessageContaining("problem.refused.skipKind");
        assertThatThrownBy(() -> story.raised(story.officer, ProblemKind.CONDUCT, false, true))
                .as("nobody works beyond the city")
                .hasMessageContaining("problem.refused.skipTop");
        Staff both = story.ladder.person(new Post("village-worker", Ladder.VILLAGE), new Post("liaison", Ladder.TOWN));
        assertThatThrownBy(() -> story.raised(both, ProblemKind.CONDUCT, false, true))
                .as("could not see it himself")
                .hasMessageContaining("problem.refused.skipOwn");
    }

    @Test
    void whatIsAboutConductIsNotForTheWholeVillage() {
        Staff head = story.ladder.person(new Post("village-head", Ladder.VILLAGE));
        UUID ordinary = story.raised();
        UUID conduct = story.raised(ProblemKind.CONDUCT, false, false);
        assertThat(access.visible(ordinary, head).id()).isEqualTo(ordinary);
        assertThatThrownBy(() -> access.visible(conduct, head)).isInstanceOf(java.util.NoSuchElementException.class);
    }

    @Test
    void countsFiveWorkingDaysAcrossTheHolidayAndOneWhereSomebodyMayComeToHarm() {
        story.holidays(Set.of("2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"));
        story.at(Instant.parse("2026-09-30T08:00:00Z"));
        assertThat(story.now(story.raised()).due())
                .as("8, 9, 12, 13 and 14 October")
                .isEqualTo(Instant.parse("2026-10-14T16:00:00Z"));
        assertThat(story.now(story.raised(ProblemKind.CONDUCT, true, false)).due())
                .isEqualTo(Instant.parse("2026-10-08T16:00:00Z"));
    }

    @Test
    void countsTheDaysOfTheTableAndARunningClockKeepsItsOwn(@Autowired JdbcClient jdbc, @Autowired ProblemClock clock) {
        story.at(Instant.parse("2026-11-16T02:00:00Z"));
        UUID before = story.raised();
        jdbc.sql("""
                        insert into term_rule (code, days, unit, extension, kind, valid_from, made_at, why)
                        values ('problem', 3, 'working', 2, 'internal', date '2026-11-16', now(), 'x')""").update();
        try {
            UUID after = story.raised();
            assertThat(story.now(before).due()).isEqualTo(Instant.parse("2026-11-23T16:00:00Z"));
            assertThat(story.now(after).due()).isEqualTo(Instant.parse("2026-11-19T16:00:00Z"));
            assertThat(clock.rule(story.now(before)).days()).isEqualTo(5);
            assertThat(clock.rule(story.now(after)).longestExtension()).isEqualTo(2);
        } finally {
            // Rows are added and never changed; this one would hold for the other tests.
            jdbc.sql("update problem set term = null").update();
            jdbc.sql("delete from term_rule where why = 'x'").update();
        }
    }

    @Test
    void ofTwoWhoHandleItAtOnceOneIsToldThatItIsDone() throws Exception {
        Staff colleague = story.ladder.person(new Post("township-officer", Ladder.TOWN));
        UUID problem = story.raised();
        long item = story.item(problem, ProblemProcess.HANDLE);
        CyclicBarrier together = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<String>> both = List.<Staff>of(story.officer, colleague).stream()
                    .<Callable<String>>map(by -> () -> {
                        together.await();
                        try {
                            story.desk.complete(item, by, "decision", "answer", "answer", "已协调。");
                            return "done";
                        } catch (RuntimeException e) {
                            return e.getClass().getSimpleName();
                        }
                    })
                    .toList();
            List<String> outcomes = new java.util.ArrayList<>();
            for (var future : threads.invokeAll(both)) {
                outcomes.add(future.get());
            }
            assertThat(outcomes).containsExactlyInAnyOrder("done", "Conflict");
        } finally {
            threads.shutdownNow();
        }
        assertThat(story.acts(problem)).hasSize(2);
    }
}
