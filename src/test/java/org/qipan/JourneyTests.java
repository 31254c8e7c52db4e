package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One campaign from the plan to the circular, through the pages alone, in a real browser; each part goes on where the last one stopped. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyTests extends WholeApplication {

    private TestBrowser browser;
    private Cast cast;
    private PlanStory plan;
    private VillageStory village;
    private NumbersStory numbers;
    private RoughDayStory rough;
    private AskingStory asking;
    private ComplaintStory complaint;
    private ClosingStory closing;

    @BeforeAll
    void open(@Autowired JdbcClient jdbc) {
        browser = new TestBrowser();
        cast = new Cast(browser.browser(), TestKeycloak.origin());
        plan = new PlanStory(cast, jdbc);
        village = new VillageStory(cast, jdbc);
        numbers = new NumbersStory(cast, plan);
        rough = new RoughDayStory(cast, plan, jdbc);
        asking = new AskingStory(cast, jdbc);
        complaint = new ComplaintStory(cast);
        closing = new ClosingStory(cast, plan);
        Visitor.soon(() -> assertThat(jdbc.sql("select count(*) from post where role = 'village-head'")
                        .query(Integer.class)
                        .single())
                .as("heads of villages copied from Keycloak")
                .isEqualTo(19));
    }

    @AfterAll
    void close() {
        cast.close();
        browser.close();
    }

    @Test
    @Order(1)
    void officerDraftsThePlan() {
        plan.createsFromTheSample();
        plan.datesTheStagesBeforeTheApproval();
        plan.addsATaskThatOnlyTheTownCouldDo();
        plan.sendsItToVillagesOnceItNamesItsDuty();
        plan.refusesTheOldWordsAndSaysWhy();
        plan.attachesAPaperToTheLibrary();
        plan.submits();
    }

    @Test
    @Order(2)
    void leaderReturnsOneSectionAndApprovesTheRest() {
        plan.leaderReturnsOneSection();
        plan.onlyTheReturnedSectionCanBeChanged();
        plan.leaderApprovesAndTheVillagesHaveTheirTasks();
        plan.anyoneReadsThePlan();
    }

    @Test
    @Order(3)
    void villageRecordsItsDay() {
        village.recordsAVisitInThreeTaps();
        village.undoesItAndRecordsItAgain();
        village.isAskedToLeaveAPrivateWordOut();
        village.findsEverythingLargeEnough();
        village.readsLargeTypeWithoutScrollingSideways();
        village.stopsAVisitAndAsksForHelp();
    }

    @Test
    @Order(4)
    void villageSubmitsAndTownReturnsOneItem() {
        village.fillsTheChecklistAndTheHeadSubmits();
        village.townReturnsOneItem();
        village.villageCorrectsOnlyThat();
        village.townAccepts();
    }

    @Test
    @Order(5)
    void everyNumberOpens() {
        numbers.aCellIsTheSumOfTheRecordsBehindIt();
        numbers.aCorrectionMovesCellAndTotalAndKeepsWhatWasThere();
        numbers.ownColumnsShowTheSameRecords();
        numbers.theWorkbookSaysWhatTheScreenSays();
        numbers.nobodyTypesATotal();
    }

    @Test
    @Order(6)
    void roughDaysLoseNothing() {
        rough.sendingTwiceHasOneEffect();
        rough.theSecondOfTwoPeopleKeepsHisText();
        rough.aStalePageIsComparedInsteadOfOverwriting();
        rough.anExpiredSessionKeepsTheDraft();
    }

    @Test
    @Order(7)
    void peopleAskEachOther() {
        asking.villageAsksForMoreTime();
        asking.villageAsksTheTownToJoin();
        asking.villageFollowsItAndAsksTheHeadToAct();
        asking.villageRaisesAProblem();
        asking.leaderArrangesASubstitute();
        asking.officerGivesFeedback();
    }

    @Test
    @Order(8)
    void aResidentIsHeardAndAnswered() {
        complaint.residentFilesWithoutALogIn();
        complaint.deskSortsItInItsOwnWords();
        complaint.handlingUnitAnswersWithoutKnowingWhoAsked();
        complaint.headSignsAndTheDeskServesIt();
        complaint.residentReadsTheAnswerByHisEightWords();
    }

    @Test
    @Order(9)
    void everyPageOfEveryRoleIsSound() {
        PageWalk walk = new PageWalk(cast);
        walk(walk, cast, plan.campaign());
        assertThat(walk.faults()).isEmpty();
    }

    void walk(PageWalk walk, Cast cast, String campaign) {
        walk.walk(
                "township-officer." + Cast.TOWN,
                asking.ofTheOfficer(),
                List.of(
                        campaign,
                        campaign + "/plan",
                        campaign + "/board",
                        campaign + "/board/diagram",
                        campaign + "/board/units/" + Cast.VILLAGE,
                        "/campaigns/new",
                        "/campaigns/duties",
                        "/campaigns/one-page",
                        "/reports/a",
                        "/reports/b",
                        "/reports/c",
                        "/reports/columns",
                        "/reports/packages",
                        "/circulars",
                        "/work-records/area",
                        "/work-records/import",
                        "/problems",
                        "/problems/new",
                        "/drafts",
                        "/substitutions",
                        "/feedback",
                        "/worklist?tab=toread",
                        "/worklist?tab=done",
                        "/worklist?tab=started",
                        "/worklist/filters",
                        "/worklist/reading",
                        "/worklist/urging",
                        "/open",
                        "/api",
                        "/check",
                        "/search?q=新伦",
                        "/open/villages",
                        "/open/villages/" + Cast.VILLAGE,
                        "/open/" + campaign.replace("/campaigns/", "")));
        walk.walk("system-admin.442000000000", asking.ofTheAdministrator());
        walk.walk("township-leader." + Cast.TOWN, asking.ofTheLeader());
        walk.walk("village-head." + Cast.VILLAGE, asking.ofTheHead());
        walk.walk("village-worker." + Cast.VILLAGE, asking.ofTheWorker(), List.of(campaign, "/problems/new"));
        walk.walk(
                "complaint-officer." + Cast.TOWN,
                List.of(
                        "/complaints",
                        "/complaints/statistics",
                        "/complaints/new",
                        "/complaints/mail",
                        "/subjects",
                        "/deadlines/terms",
                        "/complaints/standing",
                        "/complaints/supervision",
                        "/complaints/receptions",
                        "/complaints/advice",
                        "/complaints/annual/2025",
                        "/reception"));
        for (String role : List.of(
                "service-provider.442000007000-09",
                "city-officer.442000000000",
                "department-officer.442000007000-01",
                "liaison.442000007000",
                "evaluator.442000007000",
                "district-officer.350212000000",
                "district-leader.350212000000",
                "city-leader.442000000000",
                "province-officer.440000000000",
                "province-leader.440000000000",
                "complaint-officer.440000000000",
                "security-admin.442000000000",
                "audit-admin.442000000000")) {
            walk.walk(role);
        }
    }

    @Test
    @Order(10)
    void campaignEndsWithTheCircular() {
        closing.leaderClosesEveryStageAndSaysWhy();
        closing.townAddsAModelCase();
        closing.townReports();
        closing.cityReturnsOneItemAndOnlyThatCanBeChanged();
        closing.townCorrectsAndTheCityAccepts();
        closing.leaderSignsTheCircularAndTheCampaignIsClosed();
        assertThat(cast.complaints()).isEmpty();
    }
}
