package org.qipan.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.qipan.Replay;
import org.qipan.SignedIn;
import org.qipan.campaign.DemoPeople;
import org.qipan.course.ComplaintClocks;
import org.qipan.course.Kind;
import org.qipan.course.Route;
import org.qipan.deadline.Deadlines;
import org.qipan.deadline.PetitionTerms;
import org.qipan.directory.Staff;
import org.qipan.filing.Contact;
import org.qipan.filing.Filing;
import org.qipan.filing.Mode;
import org.qipan.progress.LegalStep;
import org.qipan.progress.Tracked;
import org.qipan.task.DemoDesk;
import org.qipan.worklist.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** The lawful course of a petition matter: pages, engine, vault and database as people have them. */
@Replay
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComplaintTests {

    @Autowired
    private Complaints complaints;

    @Autowired
    private ComplaintTable table;

    @Autowired
    private ComplaintClocks clocks;

    @Autowired
    private Papers papers;

    @Autowired
    private Petitioner petitioner;

    @Autowired
    private DemoDesk desk;

    @Autowired
    private DemoPeople people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private SignedIn pages;
    private Staff officer;
    private Staff city;
    private Staff handler;
    private Staff leader;

    @BeforeAll
    void everybodyIsThere(@Autowired WebApplicationContext context) {
        pages = new SignedIn(context);
        people.arrive();
        officer = people.in("complaint-officer", Matter.TOWN);
        city = people.in("complaint-officer", Matter.CITY);
        handler = people.in("department-officer", Matter.OFFICE);
        leader = people.in("township-leader", Matter.TOWN);
    }

    private UUID filed(Filing filing) {
        return complaints.file(filing, null, null);
    }

    private void does(UUID id, String key, Staff by, String... typed) {
        desk.complete(desk.item(id.toString(), key), by, typed);
    }

    private UUID sorted(Filing filing, String kind, String route, String lead) {
        UUID id = filed(filing);
        sort(id, officer, kind, route, lead);
        return id;
    }

    private void sort(UUID id, Staff by, String kind, String route, String lead) {
        does(
                id,
                ComplaintProcess.SORT,
                by,
                "kind",
                kind,
                "title",
                "租房押金不退",
                "digest",
                "租客反映押金未按约定退还。",
                "route",
                route,
                "lead",
                lead,
                "reason",
                "已受理，由有权单位办理。",
                "report",
                LocalDate.now().plusDays(20).toString());
    }

    private void opines(UUID id, String verdict) {
        does(
                id,
                ComplaintProcess.HANDLE,
                handler,
                "decision",
                "opinion",
                "verdict",
                verdict,
                "facts",
                "双方有书面租约。",
                "opinion",
                "房东应按约退还。",
                "basis",
                "民法典第七百三十三条");
    }

    /** Art. 30: what others read holds no way to reach the petitioner. */
    @Test
    void aMobileNumberDoesNotLeaveTheDesk() {
        UUID id = filed(Matter.named());
        for (String number : List.of("13800138000", "138 0013 8000", "138-0013-8000")) {
            assertThatThrownBy(() -> does(
                            id,
                            ComplaintProcess.SORT,
                            officer,
                            Matter.sorted("租房押金不退，电话" + number, "petition", Matter.OFFICE)))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reasons())
                                    .extracting(Refused.Reason::field, Refused.Reason::key)
                                    .containsExactly(tuple("title", "complaint.refused.mobile")));
        }
        does(id, ComplaintProcess.SORT, officer, Matter.sorted("工单 4413800138000", "petition", Matter.OFFICE));
    }

    /** Art. 30: only the desk reads what a petitioner wrote, so nobody else is given the task that cannot be done without reading it. */
    @Test
    void sortingStaysWithWhoeverReadsTheWords() {
        UUID id = filed(Matter.named());
        String task = "/tasks/" + desk.item(id.toString(), ComplaintProcess.SORT);
        assertThat(pages.page(officer, task))
                .contains("登记分类要看来信原话", "action=\"" + task + "/copies\"")
                .doesNotContain("action=\"" + task + "/route\"");
        assertThat(pages.sent(officer, task + "/route", "to", "township-leader@" + Matter.TOWN, "reason", "请领导分类"))
                .contains("登记分类要看来信原话");
        assertThat(waitsFor(id)).containsExactly("complaint-officer@" + Matter.TOWN);
        assertThat(pages.page(officer, task + "/errand"))
                .as("nor is somebody asked to do it who cannot read them")
                .doesNotContain(
                        "value=\"" + people.in("township-officer", Matter.TOWN).id());
    }

    /** Arts. 22, 30: before a matter is sorted no department knows of it, and a copy is no way round the sorting. */
    @Test
    void whatIsNotSortedIsSentForReadingToPetitionOfficesAndLeadersAlone() {
        UUID id = filed(Matter.named());
        String task = "/tasks/" + desk.item(id.toString(), ComplaintProcess.SORT);
        assertThat(pages.page(officer, task))
                .contains("value=\"township-leader@" + Matter.TOWN + "\"")
                .doesNotContain("value=\"department-officer@", "value=\"township-officer@");
        pages.send(officer, task + "/copies", "to", "department-officer@" + Matter.OFFICE);
        assertThat(jdbc.sql("select count(*) from work_copy where case_id = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isZero();
        sort(id, officer, "complaint", "petition", Matter.OFFICE);
        String handling = "/tasks/" + desk.item(id.toString(), ComplaintProcess.HANDLE);
        assertThat(pages.page(handler, handling))
                .as("whoever handles it asks his colleagues as ever")
                .contains("name=\"to\"", "action=\"" + handling + "/route\"");
    }

    private void signs(UUID id) {
        does(id, ComplaintProcess.SIGN, leader, "decision", "signed");
    }

    private void serves(UUID id) {
        does(id, ComplaintProcess.SERVE, officer, Matter.served());
    }

    private String state(UUID id) {
        return table.find(id).orElseThrow().state();
    }

    private List<String> waitsFor(UUID id) {
        return jdbc.sql("select role || '@' || unit from work_item where ref = ? and state = 'open'")
                .param(id.toString())
                .query(String.class)
                .list();
    }

    private LocalDate lastDay(UUID id, String code) {
        return clocks.of(id).stream()
                .filter(one -> one.rule().code().equals(code))
                .map(one -> Deadlines.lastDay(one.due()))
                .reduce((one, later) -> later)
                .orElseThrow();
    }

    /** Arts. 22, 31 (6), 32, 34. */
    @Test
    void aPetitionGoesFromItsReceiptToWhatWasCarriedOut() {
        UUID id = filed(Matter.named());
        assertThat(waitsFor(id)).containsExactly("complaint-officer@" + Matter.TOWN);
        assertThat(lastDay(id, "petition-routing"))
                .as("art. 22: 15 days")
                .isEqualTo(LocalDate.now().plusDays(15));

        assertThat(pages.page(officer, "/tasks/" + desk.item(id.toString(), ComplaintProcess.SORT)))
                .as("the task says which law sets its clock")
                .contains("《信访工作条例》第二十二条", "法定");
        sort(id, officer, "complaint", "petition", Matter.OFFICE);
        assertThat(waitsFor(id)).containsExactly("department-officer@" + Matter.OFFICE);
        assertThat(lastDay(id, "petition-handling"))
                .as("art. 34: 60 days")
                .isEqualTo(LocalDate.now().plusDays(60));
        assertThat(table.find(id).orElseThrow().number()).contains("民众信〔");

        opines(id, "support");
        assertThat(waitsFor(id)).containsExactly("township-leader@" + Matter.TOWN);
        signs(id);
        assertThat(waitsFor(id)).containsExactly("complaint-officer@" + Matter.TOWN);
        assertThat(petitioner.of(id).letters())
                .extracting(Tracked.Letter::kind)
                .containsExactly("complaint.paper.notice");
        serves(id);
        assertThat(state(id))
                .as("art. 32: what was granted is carried out before it is closed")
                .isEqualTo("carrying");
        does(id, ComplaintProcess.CARRY, handler, "carried", "已退还押金。");
        does(id, ComplaintProcess.CHECK, officer, "decision", "missing", "remark", "信访人说还差一半。");
        does(id, ComplaintProcess.CARRY, handler, "carried", "余款已退。");
        does(id, ComplaintProcess.CHECK, officer, "decision", "done");
        assertThat(state(id)).isEqualTo("closed");
        assertThat(waitsFor(id)).isEmpty();
        assertThat(clocks.of(id)).allSatisfy(one -> assertThat(one.done()).isNotNull());
        assertThat(petitioner.of(id).letters()).hasSize(2);
    }

    /** Art. 34: only art. 31 (6) starts the 60 days. */
    @Test
    void onlyThePetitionProcedureStartsTheSixtyDays() {
        assertThat(clocks.of(sorted(Matter.named(), "help", "simple", Matter.OFFICE)))
                .extracting(one -> one.rule().code())
                .contains("complaint-simple")
                .doesNotContain("petition-handling");
        assertThat(clocks.of(sorted(Matter.named(), "suggestion", "suggestion", Matter.OFFICE)))
                .extracting(one -> one.rule().code())
                .contains("complaint-suggestion")
                .doesNotContain("petition-handling");
    }

    /** Art. 23: no written notice where name or address is unclear. */
    @Test
    void whoeverCannotBeReachedGetsNoNotice() {
        UUID id = filed(Matter.of(Mode.ANONYMOUS, Matter.VILLAGE, null, Contact.NONE, false));
        sort(id, officer, "complaint", "litigation", "");
        assertThat(papers.of(id)).isEmpty();
        assertThat(state(id)).isEqualTo("closed");
    }

    /** Arts. 31 (1) to (4): shown another way, in writing and with its reason. */
    @Test
    void whatBelongsElsewhereIsToldWhere() {
        UUID id = sorted(Matter.named(), "complaint", "arbitration", "");
        assertThat(papers.newest(id, Paper.NOTICE).orElseThrow().text()).contains("有权单位");
        serves(id);
        assertThat(state(id)).isEqualTo("closed");
    }

    /** Arts. 28, 30: nothing reaches the unit it complains of. */
    @Test
    void whoeverIsMeantNeverGetsIt() {
        UUID id = filed(Matter.anonymousAbout(Matter.TOWN));
        assertThat(waitsFor(id)).as("one level up").containsExactly("complaint-officer@" + Matter.CITY);
        assertThatThrownBy(() -> sort(id, city, "complaint", "petition", Matter.OFFICE))
                .as("nor what lies below it")
                .isInstanceOfAny(Refused.class, IllegalArgumentException.class);
        for (Staff somebody : List.of(officer, leader, handler)) {
            assertThat(pages.ask(somebody, get("/complaints/" + id)).getStatus())
                    .isEqualTo(404);
        }
        assertThat(complaints.desk(Matter.VILLAGE, "440000000000", List.of()))
                .as("nobody here can be asked")
                .isEmpty();
    }

    /** Arts. 23, 24: the one that sent it decides; a second bounce goes to the common superior, and that stands. */
    @Test
    void aSecondObjectionGoesToTheCommonSuperior() {
        UUID id = filed(Matter.of(Mode.NAMED, Matter.CITY, null, Matter.WANG, true));
        sort(id, city, "complaint", "forwarded", Matter.TOWN);
        assertThat(waitsFor(id)).containsExactly("complaint-officer@" + Matter.TOWN);
        assertThat(clocks.running(id, PetitionTerms.OBJECTION)).isPresent();
        does(id, ComplaintProcess.RECEIVE, officer, "decision", "objected", "reason", "属市级职权。");
        assertThat(waitsFor(id)).containsExactly("complaint-officer@" + Matter.CITY);
        does(id, ComplaintProcess.DECIDE, city, "decision", "insisted", "reason", "属地办理。");
        does(id, ComplaintProcess.RECEIVE, officer, "decision", "objected", "reason", "仍属市级职权。");
        assertThat(waitsFor(id))
                .as("the superior of both")
                .hasSize(1)
                .doesNotContain("complaint-officer@" + Matter.TOWN);
    }

    /** Art. 23: to object once more is a right, and who goes to work instead is not late: no figure and no lamp counts it. */
    @Test
    void whoDoesNotObjectAgainIsNotLate() {
        UUID id = sorted(Matter.named(), "complaint", "petition", Matter.OFFICE);
        does(id, ComplaintProcess.HANDLE, handler, "decision", "objected", "reason", "属公安机关职权。");
        does(id, ComplaintProcess.DECIDE, officer, "decision", "insisted", "reason", "属住房部门职权。");
        assertThat(clocks.of(id))
                .extracting(one -> one.rule().code())
                .containsExactly(
                        PetitionTerms.ROUTING.code(), PetitionTerms.NOTICE.code(), PetitionTerms.HANDLING.code());
        jdbc.sql("update complaint set objectable = objectable - interval '30 days' where id = ?")
                .param(id)
                .update();
        assertThatThrownBy(() -> does(id, ComplaintProcess.HANDLE, handler, "decision", "objected", "reason", "再提。"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(Refused.Reason::key)
                                .containsExactly("complaint.refused.objectedLate"));
        jdbc.sql("update complaint set objectable = objectable + interval '30 days' where id = ?")
                .param(id)
                .update();
        does(id, ComplaintProcess.HANDLE, handler, "decision", "objected", "reason", "再提。");
        assertThat(waitsFor(id))
                .as("the second goes up")
                .isNotEmpty()
                .doesNotContain("department-officer@" + Matter.OFFICE);
    }

    /** Arts. 23, 32: of the two answers a unit can give, the page asks for what belongs to the one it chose; without a script as well. */
    @Test
    void asksForTheOpinionOrForTheReasonsOfTheObjection() {
        UUID id = sorted(Matter.named(), "complaint", "petition", Matter.OFFICE);
        String task = "/tasks/" + desk.item(id.toString(), ComplaintProcess.HANDLE);
        assertThat(pages.page(handler, task))
                .contains("data-conditional=\"true\"")
                .doesNotContain("f-opinion-box", "f-verdict-box", "f-reason-box");

        MockHttpServletResponse opinion =
                pages.send(handler, task + "/completion", "version", "1", "decision", "opinion");
        assertThat(opinion.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(opinion))
                .contains("name=\"verdict\"", "name=\"facts\"", "name=\"opinion\"", "name=\"basis\"")
                .containsPattern("处理意见</span> <span class=\"qp-required\">（必填）")
                .containsPattern("意见内容</span> <span class=\"qp-required\">（必填）")
                .doesNotContain("f-reason-box");

        MockHttpServletResponse objection =
                pages.send(handler, task + "/completion", "version", "1", "decision", "objected", "opinion", "属实。");
        assertThat(objection.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(objection))
                .contains("name=\"reason\"")
                .containsPattern("异议理由</span> <span class=\"qp-required\">（必填）")
                .doesNotContain("f-opinion-box", "f-verdict-box");
        assertThat(waitsFor(id)).as("nothing was decided").containsExactly("department-officer@" + Matter.OFFICE);
    }

    /** Art. 23: whoever was given it to handle may say within 5 working days that it is not competent, and not later. */
    @Test
    void theHandlingUnitObjectsWithinFiveWorkingDays() {
        UUID inTime = sorted(Matter.named(), "complaint", "petition", Matter.OFFICE);
        does(inTime, ComplaintProcess.HANDLE, handler, "decision", "objected", "reason", "属公安机关职权。");
        assertThat(waitsFor(inTime)).containsExactly("complaint-officer@" + Matter.TOWN);
        UUID late = sorted(Matter.named(), "complaint", "petition", Matter.OFFICE);
        jdbc.sql("update complaint_clock set started = started - interval '30 days' where complaint = ? and code = ?")
                .params(late, PetitionTerms.HANDLING.code())
                .update();
        assertThatThrownBy(() ->
                        does(late, ComplaintProcess.HANDLE, handler, "decision", "objected", "reason", "属公安机关职权。"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(Refused.Reason::key)
                                .containsExactly("complaint.refused.objectedLate"));
    }

    /** Art. 32: who signs may send it back, and the handler changes what he wrote instead of writing it anew. */
    @Test
    void whatWasSentBackIsChangedAndNotWrittenAnew() {
        UUID id = sorted(Matter.named(), "complaint", "petition", Matter.OFFICE);
        opines(id, "support");
        does(id, ComplaintProcess.SIGN, leader, "decision", "returned", "remark", "请写明退还的日期。");
        assertThat(pages.page(handler, "/tasks/" + desk.item(id.toString(), ComplaintProcess.HANDLE)))
                .contains("双方有书面租约。</textarea>", "房东应按约退还。</textarea>", "民法典第七百三十三条</textarea>")
                .contains("草稿，已退回修改", "请写明退还的日期。")
                .doesNotContain("等待审签");
    }

    @Test
    void theHandlingUnitReadsTheOfficersWordsAndNobodyElsesName() {
        UUID id = sorted(Matter.named(), "complaint", "petition", Matter.OFFICE);
        long item = desk.item(id.toString(), ComplaintProcess.HANDLE);
        for (String page : List.of("/tasks/" + item, "/complaints/" + id)) {
            assertThat(pages.page(handler, page))
                    .contains("租客反映押金")
                    .doesNotContain(Matter.WORDS, "王小兰", "138 0000 1234", "二巷");
        }
        assertThat(pages.page(officer, "/complaints/" + id))
                .contains(Matter.WORDS)
                .doesNotContain("王小兰", "138 0000 1234");
        assertThat(jdbc.sql("select count(*) from audit where action = 'complaint.audit.words' and object_id = ?")
                        .param(id.toString())
                        .query(Integer.class)
                        .single())
                .as("each look is recorded")
                .isPositive();
    }

    /** Whoever wrote the opinion does not sign it. */
    @Test
    void thePersonWhoWroteTheOpinionCannotSignIt() {
        UUID id = sorted(Matter.named(), "complaint", "petition", Matter.OFFICE);
        opines(id, "explain");
        jdbc.sql("update complaint_paper set drafted_by = ? where complaint = ? and kind = 'opinion'")
                .params(leader.id(), id)
                .update();
        assertThatThrownBy(() -> signs(id)).isInstanceOf(Refused.class).hasMessageContaining("own");
    }

    @Test
    void thePetitionerWithdrawsAndNobodyElseCan() {
        UUID id = sorted(Matter.named(), "complaint", "petition", Matter.OFFICE);
        petitioner.withdraw(id, "问题已解决");
        assertThat(state(id)).isEqualTo("withdrawn");
        assertThat(petitioner.of(id).steps())
                .as("what was not done is not told as done")
                .extracting(LegalStep::key)
                .contains("complaint.state.withdrawn")
                .doesNotContain("complaint.step.petition-handling");
        assertThat(waitsFor(id)).isEmpty();
        assertThatThrownBy(() -> petitioner.withdraw(id, "")).isInstanceOf(Refused.class);
    }

    /** Pressed to withdraw: one level up, and out of sight of the desk and of the handling unit. */
    @Test
    void whoeverIsPressedIsHeardOneLevelUp() {
        UUID id = sorted(Matter.named(), "complaint", "petition", Matter.OFFICE);
        List<UUID> before = urgent();
        petitioner.alarm(id, "pressed", "有人上门要我撤回。");
        List<UUID> after = urgent();
        after.removeAll(before);
        UUID alarm = after.get(0);
        assertThat(waitsFor(alarm)).containsExactly("complaint-officer@" + Matter.CITY);
        for (Staff somebody : List.of(officer, handler, leader)) {
            assertThat(pages.ask(somebody, get("/complaints/" + alarm)).getStatus())
                    .isEqualTo(404);
        }
        assertThat(pages.page(city, "/complaints/" + alarm))
                .contains("有人上门要我撤回", "关于信访事项 " + table.find(id).orElseThrow().number());
    }

    /** Art. 21: he reads what became of it, and is answered, under the receipt he has; the desk is not led there. */
    @Test
    void whatWasReportedOneLevelUpIsAnsweredUnderTheSameReceipt() {
        UUID id = sorted(Matter.named(), "complaint", "petition", Matter.OFFICE);
        petitioner.alarm(id, "retaliation", "房东换了门锁。");
        Tracked above = petitioner.of(id).parts().get(0);
        assertThat(above.urgent()).isTrue();
        assertThat(petitioner.of(id).urgent()).isFalse();
        assertThat(pages.send(city, "/complaints/" + above.id() + "/messages", "text", "已请派出所上门。")
                        .getStatus())
                .isEqualTo(303);
        sort(above.id(), city, "complaint", "litigation", "");
        does(above.id(), ComplaintProcess.SERVE, city, Matter.served());
        Tracked answered = petitioner.of(id).parts().get(0);
        assertThat(answered.messages()).extracting(Tracked.Message::text).containsExactly("已请派出所上门。");
        assertThat(answered.letters()).hasSize(1);
        assertThat(pages.page(officer, "/complaints/" + id))
                .doesNotContain(above.id().toString());
    }

    /** Art. 36: on the same facts and reasons no more after the final review; told in writing, with the reason. */
    @Test
    void afterAFinalReviewTheSameFactsAreNoLongerAccepted() {
        assertThat(Route.CONCLUDED.fits(Kind.COMPLAINT)).isTrue();
        assertThat(Route.CONCLUDED.fits(Kind.SUGGESTION)).isFalse();
        assertThat(Route.CONCLUDED.fits(Kind.REPORT)).isFalse();
        UUID id = filed(Matter.named());
        assertThat(pages.page(officer, "/tasks/" + desk.item(id.toString(), ComplaintProcess.SORT)))
                .contains("已有复核意见，不再受理");
        sort(id, officer, "complaint", "concluded", "");
        assertThat(pages.page(officer, "/complaints/" + id)).contains("不再受理", "第三十六条");
        assertThat(waitsFor(id)).as("handled by nobody").containsExactly("complaint-officer@" + Matter.TOWN);
        serves(id);
        assertThat(state(id)).isEqualTo("closed");
        assertThat(petitioner.of(id).nextRight()).isNull();
        assertThat(petitioner.of(id).letters()).hasSize(1);
    }

    private List<UUID> urgent() {
        return new java.util.ArrayList<>(jdbc.sql("select id from complaint where urgent")
                .query(UUID.class)
                .list());
    }

    @Test
    void aMessageReachesThePetitionerAndHisReachesTheDesk() {
        UUID id = filed(Matter.named());
        transaction.executeWithoutResult(s -> petitioner.say(id, "补充：租约在我手上。"));
        assertThat(pages.page(officer, "/complaints/" + id)).contains("补充：租约在我手上");
        assertThat(pages.send(officer, "/complaints/" + id + "/messages", "text", "请在查询页补交租约。")
                        .getStatus())
                .isEqualTo(303);
        assertThat(petitioner.of(id).messages())
                .extracting(Tracked.Message::text)
                .containsExactly("补充：租约在我手上。", "请在查询页补交租约。");
        assertThat(pages.send(officer, "/complaints/" + id + "/messages", "text", " ")
                        .getStatus())
                .isEqualTo(422);
    }

    /** Art. 35: 30 days from the written opinion to ask for a re-examination. */
    @Test
    void theNextRightIsComputed() {
        UUID id = sorted(Matter.named(), "complaint", "petition", Matter.OFFICE);
        assertThat(petitioner.of(id).nextRight()).isNull();
        opines(id, "refuse");
        signs(id);
        serves(id);
        assertThat(state(id)).isEqualTo("closed");
        LegalStep right = petitioner.of(id).nextRight();
        assertThat(right).isNotNull();
        assertThat(right.due()).isEqualTo(LocalDate.now().plusDays(30));
        petitioner.rate(id, 1, java.util.Set.of("rude"), "态度不好");
        assertThatThrownBy(() -> petitioner.rate(id, 5, java.util.Set.of(), null))
                .isInstanceOf(Refused.class);
    }

    /** Art. 21: a bad grade goes one level up, with its reasons; the desk and the handling unit read neither. */
    @Test
    void theLevelAboveReadsWhyAGradeIsBad() {
        UUID id = sorted(Matter.named(), "complaint", "petition", Matter.OFFICE);
        opines(id, "explain");
        signs(id);
        serves(id);
        petitioner.rate(id, 1, java.util.Set.of("unsolved"), "灯还是不亮。");
        assertThat(pages.page(city, "/complaints/" + id)).contains("非常不满意", "问题没有解决", "灯还是不亮。");
        for (Staff somebody : List.of(officer, handler, leader)) {
            assertThat(pages.page(somebody, "/complaints/" + id)).doesNotContain("问题没有解决", "灯还是不亮。", "非常不满意");
        }
    }

    @Test
    void aSealedMatterKeepsEvenTheOfficersWordsOutOfTheTables() {
        UUID id = sorted(Matter.anonymousAbout(Matter.VILLAGE), "complaint", "petition", Matter.OFFICE);
        Complaint complaint = table.find(id).orElseThrow();
        assertThat(complaint.sealed()).isTrue();
        assertThat(complaint.digest()).isNull();
        assertThat(pages.page(handler, "/complaints/" + id)).contains("租客反映押金");
        assertThat(pages.ask(leader, get("/complaints/" + id)).getStatus())
                .as("a leader who was not given it")
                .isEqualTo(404);
    }
}
