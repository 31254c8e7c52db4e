package org.qipan.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.qipan.Replay;
import org.qipan.SignedIn;
import org.qipan.casefile.Exclusions;
import org.qipan.directory.Staff;
import org.qipan.directory.Substitution;
import org.qipan.directory.Substitutions;
import org.qipan.plan.PlanSamples;
import org.qipan.workflow.TaskChanged;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** 撤回 of a completed step by whoever completed it: pages, engine and database as people have them. The context is that of {@link ReplayTests}. */
@Replay
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@RecordApplicationEvents
class RecallTests {

    private static final String REASON = "少填了一场宣讲";

    @Autowired
    private DemoVerbs verbs;

    @Autowired
    private RunningCampaign running;

    @Autowired
    private Substitutions substitutions;

    @Autowired
    private Exclusions exclusions;

    @Autowired
    private JdbcClient jdbc;

    private final Deque<String> villages = new ArrayDeque<>(DemoVillages.all());
    private SignedIn pages;
    private UUID campaign;
    private String village;
    private Staff worker;
    private Staff head;

    @BeforeAll
    void aStageIsOpen(
            @Autowired WebApplicationContext context,
            @Autowired PlanSamples samples,
            @Autowired TransactionTemplate transaction) {
        pages = new SignedIn(context);
        verbs.people.arrive();
        campaign = transaction.execute(s -> verbs.open("撤回", samples.minzhong(), false));
        verbs.drafted(campaign);
        verbs.approved(campaign, "同意印发。");
        verbs.goOn();
        jdbc.sql("update campaign_stage set reason_allowed = true where campaign = ?")
                .param(campaign)
                .update();
    }

    @BeforeEach
    void nextVillage() {
        village = villages.remove();
        worker = verbs.people.in("village-worker", village);
        head = verbs.people.in("village-head", village);
    }

    private MockHttpServletResponse recall(Staff by, long item) {
        return pages.send(by, task(item) + "/recall", "reason", REASON);
    }

    private static String task(long item) {
        return "/tasks/" + item;
    }

    private long item(String key) {
        return verbs.item(campaign, 1, village, key);
    }

    private long worked() {
        long work = item(CampaignProcess.WORK);
        verbs.desk.complete(work, worker);
        return work;
    }

    private long submitted() {
        long submit = item(CampaignProcess.SUBMIT);
        verbs.desk.complete(submit, head, "evaluation", "做完了", "reason", "下雨");
        return submit;
    }

    /** Keys of what is open of the village. */
    private List<String> open() {
        return jdbc.sql("select key from work_item where process = 'campaign-unit' and ref = ? and state = 'open'")
                .param(String.valueOf(verbs.part(campaign, 1, village)))
                .query(String.class)
                .list();
    }

    private void refused(Staff by, long item, String why) {
        assertThat(pages.page(by, task(item))).doesNotContain(task(item) + "/recall");
        List<String> before = open();
        MockHttpServletResponse answer = recall(by, item);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(answer)).contains(why, REASON);
        assertThat(open()).isEqualTo(before);
    }

    @Test
    void theWorkerTakesTheChecklistBackAndTheHeadSeesItGo(@Autowired ApplicationEvents news) {
        long work = worked();
        long submit = item(CampaignProcess.SUBMIT);
        assertThat(pages.page(head, "/worklist")).contains(task(submit));
        assertThat(pages.page(worker, "/worklist?tab=done")).contains(task(work));
        assertThat(pages.page(worker, task(work))).contains("下一步还没有人办理", task(work) + "/recall");
        assertThat(pages.page(worker, task(work) + "/recall")).contains("还没有人办理", "从对方的待办里消失");

        MockHttpServletResponse done = recall(worker, work);
        assertThat(done.getStatus()).isEqualTo(303);
        assertThat(open()).containsExactly(CampaignProcess.WORK);
        long again = item(CampaignProcess.WORK);
        assertThat(done.getRedirectedUrl()).isEqualTo(task(again));
        assertThat(news.stream(TaskChanged.class).filter(one -> one.kind() == TaskChanged.Kind.DELETED))
                .as("the news by which the open lists of the heads are refreshed")
                .extracting(TaskChanged::group)
                .containsExactly("village-head@" + village);
        assertThat(pages.page(worker, task(again))).contains("提交并下一件", REASON);
        assertThat(pages.page(head, "/worklist")).doesNotContain("\"" + task(submit) + "\"");
        assertThat(pages.page(head, task(submit))).contains("这件事已撤回或结束");
        assertThat(pages.page(worker, "/worklist?tab=done")).contains("撤回");

        verbs.desk.complete(again, worker);
        submitted();
        assertThat(open()).containsExactly(CampaignProcess.REVIEW);
    }

    @Test
    void theHeadTakesTheSubmissionBackAndTheReviewerSeesItGo() {
        worked();
        long submit = submitted();
        long review = item(CampaignProcess.REVIEW);
        assertThat(pages.page(head, task(submit))).contains(task(submit) + "/recall");

        MockHttpServletResponse done = recall(head, submit);
        assertThat(done.getStatus()).isEqualTo(303);
        assertThat(pages.ask(head, get(String.valueOf(done.getRedirectedUrl()))).getStatus())
                .as("leads to a page he may see")
                .isEqualTo(200);
        assertThat(open()).containsExactly(CampaignProcess.WORK);
        assertThat(pages.page(verbs.officer(), "/worklist")).doesNotContain("\"" + task(review) + "\"");
        assertThat(jdbc.sql("select submitted_at is null from unit_stage where id = ?")
                        .param(verbs.part(campaign, 1, village))
                        .query(Boolean.class)
                        .single())
                .isTrue();

        worked();
        submitted();
        verbs.accepted(campaign, 1, village);
        assertThat(open()).isEmpty();
    }

    @Test
    void itIsWrittenDownOnceHoweverOftenItArrives() {
        long work = worked();
        UUID key = UUID.randomUUID();
        List<String> answers = List.of(again(work, key), again(work, key));
        assertThat(answers).containsOnly(task(item(CampaignProcess.WORK)));
        assertThat(jdbc.sql("select count(*) from work_act where item = ? and act = 'recalled' and staff = ?")
                        .params(work, worker.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from case_event where case_id = ? and act = 'recalled' and by = ?")
                        .params(campaign, worker.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private String again(long work, UUID key) {
        return pages.send(worker, key, task(work) + "/recall", "reason", REASON).getRedirectedUrl();
    }

    @Test
    void withoutAReasonNothingHappensAndWhatWasTypedStays() {
        long work = worked();
        assertThat(pages.send(worker, task(work) + "/recall", "reason", " ").getStatus())
                .isEqualTo(422);
        MockHttpServletResponse tooLong = pages.send(worker, task(work) + "/recall", "reason", "长".repeat(501));
        assertThat(tooLong.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(tooLong)).contains("长".repeat(501), "不超过 500 字");
        assertThat(open()).containsExactly(CampaignProcess.SUBMIT);
    }

    @Test
    void whatSomebodyWentOnWithIsNotTakenBack() {
        long work = worked();
        submitted();
        refused(worker, work, "后面已经有人签收或办理");
        verbs.accepted(campaign, 1, village);
        refused(worker, work, "后面已经有人签收或办理");
    }

    @Test
    void aSignatureHoldsItUntilItIsGivenBackAndADraftDoesNot() {
        long work = worked();
        long submit = item(CampaignProcess.SUBMIT);
        pages.send(head, task(submit) + "/claim");
        refused(worker, work, "后面已经有人签收或办理");
        pages.send(head, task(submit) + "/release");
        assertThat(pages.send(head, task(submit) + "/completion", "version", "9", "evaluation", "写到一半")
                        .getStatus())
                .isIn(409, 422);
        assertThat(recall(worker, work).getStatus()).isEqualTo(303);
        assertThat(open()).containsExactly(CampaignProcess.WORK);
    }

    @Test
    void whileTheStageStandsStillNothingIsTakenBack() {
        long work = worked();
        long stage = verbs.stage(campaign, 1);
        running.pause(stage, "防汛", verbs.leader(), DemoVerbs.LEADER);
        refused(worker, work, "已暂停");
        running.resume(stage, "汛情解除", verbs.leader(), DemoVerbs.LEADER);
        assertThat(recall(worker, work).getStatus()).isEqualTo(303);
    }

    /** Their model has no such event, so nothing of them waits for the message. */
    @Test
    void aRoundThatBeganOnAnOlderModelSaysSo() {
        long work = worked();
        jdbc.sql("""
                        delete from act_ru_event_subscr s using act_ru_execution e
                        where s.event_name_ = 'WorkRecalled' and e.id_ = s.proc_inst_id_ and e.business_key_ = ?""").param(String.valueOf(verbs.part(campaign, 1, village))).update();
        refused(worker, work, "按旧版流程");
    }

    @Test
    void onlyWhoCompletedItTakesItBack() {
        long work = worked();
        String other = villages.peekLast();
        for (Staff somebody : List.of(head, verbs.people.in("village-worker", other), verbs.officer())) {
            assertThat(recall(somebody, work).getStatus()).as(somebody.name()).isEqualTo(404);
        }
        exclusions.exclude(campaign, worker.id(), null);
        assertThat(recall(worker, work).getStatus()).isEqualTo(404);
        assertThat(open()).containsExactly(CampaignProcess.SUBMIT);
    }

    @Test
    void aSubstituteTakesBackWhatHeDidAndSoDoesTheOneHeDidItFor() {
        Substitution one = substitutions.make(
                new Substitution.Wanted(
                        worker.id(), head.id(), LocalDate.now(), LocalDate.now().plusDays(2), null, null),
                worker);
        long work = item(CampaignProcess.WORK);
        verbs.desk.complete(work, head);
        MockHttpServletResponse done = recall(head, work);
        assertThat(done.getRedirectedUrl()).isEqualTo(task(item(CampaignProcess.WORK)));
        assertThat(jdbc.sql("select acting_for from work_act where item = ? and act = 'recalled'")
                        .param(work)
                        .query(UUID.class)
                        .single())
                .isEqualTo(worker.id());

        long again = item(CampaignProcess.WORK);
        verbs.desk.complete(again, head);
        substitutions.end(one.id(), worker);
        assertThat(recall(head, again).getStatus()).isEqualTo(404);
        assertThat(recall(worker, again).getStatus()).isEqualTo(303);
    }

    @Test
    void ofTakingBackAndGoingOnExactlyOneWins() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        for (int round = 0; round < 6; round++) {
            if (round > 0) {
                nextVillage();
            }
            long work = worked();
            long submit = item(CampaignProcess.SUBMIT);
            CyclicBarrier together = new CyclicBarrier(2);
            Callable<Boolean> goesOn = () -> {
                together.await();
                try {
                    verbs.desk.complete(submit, head, "evaluation", "做完了", "reason", "下雨");
                    return true;
                } catch (RuntimeException e) {
                    assertThat(e.getClass().getSimpleName()).isEqualTo("Conflict");
                    return false;
                }
            };
            Callable<Boolean> takesBack = () -> {
                together.await();
                int status = recall(worker, work).getStatus();
                assertThat(status).isIn(303, 422);
                return status == 303;
            };
            List<Future<Boolean>> both = threads.invokeAll(List.of(goesOn, takesBack));
            boolean went = both.get(0).get();
            assertThat(both.get(1).get()).isEqualTo(!went);
            assertThat(open()).containsExactly(went ? CampaignProcess.REVIEW : CampaignProcess.WORK);
        }
        threads.shutdown();
    }
}
