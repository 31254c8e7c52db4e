package org.qipan.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.qipan.Replay;
import org.qipan.SignedIn;
import org.qipan.campaign.DemoPeople;
import org.qipan.casefile.Exclusions;
import org.qipan.complaint.Complaints;
import org.qipan.complaint.IssuedPapers;
import org.qipan.complaint.Matter;
import org.qipan.complaint.Petitioner;
import org.qipan.deadline.Deadlines;
import org.qipan.directory.Staff;
import org.qipan.progress.LegalStep;
import org.qipan.progress.Tracked;
import org.qipan.task.DemoDesk;
import org.qipan.worklist.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** 复查 and 复核 of a written opinion (信访工作条例 arts. 35, 36), with engine, vault and database as people have them. */
@Replay
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewTests {

    private static final String PROVINCE = "440000000000";
    private static final String WHY = "没有看我交的租约，房东欠我三个月押金。";

    @Autowired
    private Reviews reviews;

    @Autowired
    private ReviewTable table;

    @Autowired
    private ReviewRights rights;

    @Autowired
    private Complaints complaints;

    @Autowired
    private Petitioner petitioner;

    @Autowired
    private IssuedPapers papers;

    @Autowired
    private Exclusions exclusions;

    @Autowired
    private DemoDesk desk;

    @Autowired
    private DemoPeople people;

    @Autowired
    private JdbcClient jdbc;

    private SignedIn pages;
    private Staff townOfficer;
    private Staff townWorker;
    private Staff townLeader;
    private Staff cityOfficer;
    private Staff cityWorker;
    private Staff cityLeader;

    @BeforeAll
    void everybodyIsThere(@Autowired WebApplicationContext context) {
        pages = new SignedIn(context);
        people.arrive();
        townOfficer = people.in("complaint-officer", Matter.TOWN);
        townWorker = people.in("township-officer", Matter.TOWN);
        townLeader = people.in("township-leader", Matter.TOWN);
        cityOfficer = people.in("complaint-officer", Matter.CITY);
        cityWorker = people.in("city-officer", Matter.CITY);
        cityLeader = people.in("city-leader", Matter.CITY);
    }

    private void does(UUID ref, String key, Staff by, String... typed) {
        desk.complete(desk.item(ref.toString(), key), by, typed);
    }

    private UUID sorted(String route, String lead) {
        UUID id = complaints.file(Matter.named(), null, null);
        does(id, "Task_Sort", townOfficer, Matter.sorted("租房押金不退", route, lead));
        return id;
    }

    /** A matter the village answered: the township reviews it, and after that the city. */
    private UUID answeredByTheVillage() {
        UUID id = sorted("petition", Matter.VILLAGE);
        answer(id, people.in("village-worker", Matter.VILLAGE), people.in("village-head", Matter.VILLAGE));
        return id;
    }

    /** A matter an office of the township answered; its leader signed, so the township answers for it. */
    private UUID answeredByTheTownship() {
        UUID id = sorted("petition", Matter.OFFICE);
        answer(id, people.in("department-officer", Matter.OFFICE), townLeader);
        return id;
    }

    private void answer(UUID id, Staff writer, Staff signer) {
        does(
                id,
                "Task_Handle",
                writer,
                "decision",
                "opinion",
                "verdict",
                "refuse",
                "facts",
                "双方没有书面租约。",
                "opinion",
                "不予支持。",
                "basis",
                "民法典第七百零七条");
        does(id, "Task_Sign", signer, "decision", "signed");
        serve(id, townOfficer);
    }

    private void serve(UUID ref, Staff by) {
        does(ref, "Task_Serve", by, Matter.served());
    }

    private Review newest(UUID id) {
        List<Review> all = table.of(id);
        return all.get(all.size() - 1);
    }

    private UUID asked(UUID id) {
        reviews.ask(id, WHY);
        return newest(id).id();
    }

    private void accepts(UUID review, Staff by) {
        does(review, "Task_Receive", by, "decision", "accepted", "digest", "信访人认为未核实租约。");
    }

    private void examines(UUID review, Staff by, String ruling) {
        does(
                review,
                "Task_Examine",
                by,
                "decision",
                "opinion",
                "ruling",
                ruling,
                "facts",
                "租约真实。",
                "opinion",
                "复查认定押金应退。",
                "basis",
                "民法典第七百三十三条");
    }

    private void signs(UUID review, Staff by) {
        does(review, "Task_Sign", by, "decision", "signed");
    }

    private void reviewedByTheTownship(UUID id, String ruling) {
        UUID review = asked(id);
        accepts(review, townOfficer);
        examines(review, townWorker, ruling);
        signs(review, townLeader);
        serve(review, townOfficer);
    }

    private List<String> waitsFor(UUID ref) {
        return jdbc.sql("select role || '@' || unit from work_item where ref = ? and state = 'open'")
                .param(ref.toString())
                .query(String.class)
                .list();
    }

    private void servedDaysAgo(UUID id, String kind, int days) {
        jdbc.sql("update complaint_paper set served = ? where complaint = ? and kind = ?")
                .params(LocalDate.now().minusDays(days), id, kind)
                .update();
    }

    private void refused(UUID id, String key, Object... arguments) {
        int before = table.of(id).size();
        assertThatThrownBy(() -> reviews.ask(id, WHY))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reasons())
                                .containsExactly(new Refused.Reason(null, key, List.of(arguments))));
        assertThat(table.of(id)).as("nothing is stored").hasSize(before);
    }

    private List<String> steps(UUID id) {
        return petitioner.of(id).steps().stream().map(LegalStep::key).toList();
    }

    /** Arts. 35, 36: re-examined one level up, reviewed finally one above that, and then no more. */
    @Test
    void anOpinionIsLookedAtTwiceAndThenNoMore() {
        UUID id = answeredByTheVillage();
        assertThat(petitioner.of(id).nextRight())
                .as("art. 35")
                .extracting(LegalStep::key, LegalStep::due, LegalStep::holder, LegalStep::note)
                .containsExactly("review.right.1", LocalDate.now().plusDays(30), "民众街道", null);

        UUID first = asked(id);
        assertThat(waitsFor(first)).containsExactly("complaint-officer@" + Matter.TOWN);
        assertThat(Deadlines.lastDay(table.get(first).due()))
                .as("art. 35: 30 days from receipt")
                .isEqualTo(LocalDate.now().plusDays(30));
        assertThat(petitioner.of(id).nextRight()).isNull();
        refused(id, "review.refused.running");
        accepts(first, townOfficer);
        assertThat(waitsFor(first)).containsExactly("township-officer@" + Matter.TOWN);
        examines(first, townWorker, "uphold");
        does(first, "Task_Sign", townLeader, "decision", "returned", "remark", "请写明依据。");
        examines(first, townWorker, "uphold");
        signs(first, townLeader);
        serve(first, townOfficer);
        assertThat(petitioner.of(id).letters())
                .extracting(Tracked.Letter::kind)
                .containsExactly("complaint.paper.notice", "complaint.paper.opinion", "complaint.paper.review");
        assertThat(petitioner.of(id).nextRight())
                .as("art. 36")
                .extracting(LegalStep::key, LegalStep::due, LegalStep::article)
                .containsExactly("review.right.2", LocalDate.now().plusDays(30), "deadline.article.petition-36");

        UUID second = asked(id);
        assertThat(waitsFor(second)).containsExactly("complaint-officer@" + Matter.CITY);
        accepts(second, cityOfficer);
        examines(second, cityWorker, "uphold");
        signs(second, cityLeader);
        serve(second, cityOfficer);
        assertThat(petitioner.of(id).nextRight()).isNull();
        assertThat(steps(id))
                .endsWith(
                        "review.step.1",
                        "review.result.uphold",
                        "review.step.2",
                        "review.result.uphold",
                        "review.step.over");
        refused(id, "review.refused.final");
    }

    /** Art. 35: the thirtieth day is in time, the day after is not. */
    @Test
    void theLastDayToAskForAReExaminationCounts() {
        UUID late = answeredByTheVillage();
        servedDaysAgo(late, "opinion", 31);
        refused(late, "review.refused.late-1", LocalDate.now().minusDays(1).toString());
        assertThat(petitioner.of(late).nextRight()).isNull();
        servedDaysAgo(late, "opinion", 30);
        asked(late);
    }

    /** Art. 36: the thirtieth day is in time, the day after is not. */
    @Test
    void theLastDayToAskForAFinalReviewCounts() {
        UUID id = answeredByTheVillage();
        reviewedByTheTownship(id, "uphold");
        servedDaysAgo(id, "review", 31);
        refused(id, "review.refused.late-2", LocalDate.now().minusDays(1).toString());
        servedDaysAgo(id, "review", 30);
        assertThat(waitsFor(asked(id))).containsExactly("complaint-officer@" + Matter.CITY);
    }

    /** Arts. 35, 36: calendar days, over the Spring Festival and the National Day of 2026 alike, and the last day does not move. */
    @Test
    void holidaysNeitherStopNorMoveATerm() {
        for (Level level : Level.values()) {
            assertThat(rights.lastDay(level.request(), LocalDate.of(2026, 1, 18)))
                    .isEqualTo("2026-02-17");
            assertThat(rights.lastDay(level.request(), LocalDate.of(2026, 9, 5)))
                    .isEqualTo("2026-10-05");
            assertThat(rights.lastDay(level.opinion(), LocalDate.of(2026, 4, 3)))
                    .isEqualTo("2026-05-03");
        }
    }

    /** Art. 36: of a final review the days of a hearing are left out, the first and the last with them. */
    @Test
    void theDaysOfAHearingAreLeftOut() {
        var asked = java.time.Instant.parse("2026-09-05T02:00:00Z");
        assertThat(Deadlines.lastDay(rights.due(Level.FINAL, asked, Matter.CITY)))
                .isEqualTo("2026-10-05");
        assertThat(Deadlines.lastDay(
                        rights.due(Level.FINAL.opinion(), asked, LocalDate.of(2026, 9, 28), LocalDate.of(2026, 10, 2))))
                .isEqualTo("2026-10-10");

        UUID id = answeredByTheVillage();
        reviewedByTheTownship(id, "uphold");
        UUID second = asked(id);
        accepts(second, cityOfficer);
        String today = LocalDate.now().toString();
        String[] typed = {"decision", "hearing", "hearingFrom", today, "hearingTo", today};
        does(second, "Task_Examine", cityWorker, typed);
        assertThat(Deadlines.lastDay(table.get(second).due()))
                .isEqualTo(LocalDate.now().plusDays(30));
        assertThat(waitsFor(second)).as("it goes on").containsExactly("city-officer@" + Matter.CITY);
        assertThatThrownBy(() -> does(
                        second,
                        "Task_Examine",
                        cityWorker,
                        "decision",
                        "hearing",
                        "hearingFrom",
                        today,
                        "hearingTo",
                        LocalDate.now().plusDays(1).toString()))
                .as("only what was held")
                .isInstanceOf(Refused.class);
    }

    /** Art. 36: a re-examination knows no such time. */
    @Test
    void aHearingDoesNotStopAReExamination() {
        UUID review = asked(answeredByTheVillage());
        accepts(review, townOfficer);
        String today = LocalDate.now().toString();
        assertThatThrownBy(() -> does(
                        review,
                        "Task_Examine",
                        townWorker,
                        "decision",
                        "hearing",
                        "hearingFrom",
                        today,
                        "hearingTo",
                        today))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("review.refused.hearing");
    }

    /** Art. 35: there is a right against the opinion of art. 31 (6), and no other. */
    @Test
    void onlyAServedOpinionOfThePetitionProcedureIsReExamined() {
        UUID waiting = sorted("petition", Matter.VILLAGE);
        refused(waiting, "review.refused.noOpinion");
        UUID simple = sorted("simple", Matter.VILLAGE);
        answer(simple, people.in("village-worker", Matter.VILLAGE), people.in("village-head", Matter.VILLAGE));
        refused(simple, "review.refused.noOpinion");
        assertThat(petitioner.of(simple).nextRight()).isNull();
    }

    /** Art. 35: the unit that gave the opinion never reviews it; where its head signed for an office, that is the unit above the office. */
    @Test
    void theUnitThatAnsweredNeverReviewsItself() {
        assertThat(waitsFor(asked(answeredByTheTownship()))).containsExactly("complaint-officer@" + Matter.CITY);
    }

    /** Arts. 35, 36: where the authority above does not work here he is told which it is. */
    @Test
    void whoeverHasToTurnElsewhereIsToldWhere() {
        UUID id = answeredByTheTownship();
        UUID first = asked(id);
        accepts(first, cityOfficer);
        examines(first, cityWorker, "change");
        signs(first, cityLeader);
        serve(first, cityOfficer);
        UUID leader = people.in("province-leader", PROVINCE).id();
        jdbc.sql("delete from staff_post where staff = ?").param(leader).update();
        try {
            refused(id, "review.refused.elsewhere-2", "广东省");
            assertThat(petitioner.of(id).nextRight())
                    .as("and he reads so before he writes")
                    .extracting(LegalStep::note)
                    .asString()
                    .contains("广东省");
        } finally {
            jdbc.sql("insert into staff_post (staff, unit, role) values (?, ?, 'province-leader')")
                    .params(leader, PROVINCE)
                    .update();
        }
        assertThat(waitsFor(asked(id))).as("as soon as it does").containsExactly("complaint-officer@" + PROVINCE);
    }

    /** Art. 30: whoever was excluded from the matter is excluded from its review, also when that came later. */
    @Test
    void whoeverIsExcludedStaysExcluded() {
        UUID before = answeredByTheTownship();
        exclusions.exclude(before, cityLeader.id(), "asked");
        assertThat(waitsFor(asked(before))).as("a level is left out").containsExactly("complaint-officer@" + PROVINCE);

        UUID id = answeredByTheTownship();
        UUID review = asked(id);
        accepts(review, cityOfficer);
        exclusions.exclude(id, cityWorker.id(), "recused");
        assertThatThrownBy(() -> examines(review, cityWorker, "uphold")).hasMessageContaining("404");
    }

    /** Arts. 35, 36: nobody looks again at what he wrote or signed, and nobody signs what he wrote. */
    @Test
    void nobodyReviewsHisOwnOpinion() {
        UUID id = answeredByTheVillage();
        UUID review = asked(id);
        accepts(review, townOfficer);
        jdbc.sql("update complaint_paper set drafted_by = ? where complaint = ? and kind = 'opinion'")
                .params(townWorker.id(), id)
                .update();
        assertThatThrownBy(() -> examines(review, townWorker, "uphold"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("review.refused.own");
        jdbc.sql("update complaint_paper set drafted_by = ? where complaint = ? and kind = 'opinion'")
                .params(townOfficer.id(), id)
                .update();
        examines(review, townWorker, "uphold");
        jdbc.sql("update complaint_review set writer = ? where id = ?")
                .params(townLeader.id(), review)
                .update();
        assertThatThrownBy(() -> signs(review, townLeader))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("complaint.refused.own");
    }

    /** Art. 35: what is not accepted is answered in writing, and leaves the right as it was. */
    @Test
    void aRequestThatIsNotAcceptedIsAnsweredInWriting() {
        UUID id = answeredByTheVillage();
        UUID review = asked(id);
        assertThatThrownBy(() -> does(review, "Task_Receive", townOfficer, "decision", "declined"))
                .isInstanceOf(Refused.class);
        does(review, "Task_Receive", townOfficer, "decision", "declined", "reason", "已起诉，请等待判决。");
        serve(review, townOfficer);
        assertThat(steps(id)).endsWith("review.step.1", "review.result.declined");
        assertThat(petitioner.of(id).letters())
                .anySatisfy(letter -> assertThat(letter.text()).contains("已起诉"));
        assertThat(petitioner.of(id).nextRight()).extracting(LegalStep::key).isEqualTo("review.right.1");
        asked(id);
    }

    /** Art. 35: it is his right, so he may take it back, and within the 30 days ask again. */
    @Test
    void aRequestIsWithdrawnByWhoeverAsked() {
        UUID id = answeredByTheVillage();
        UUID review = asked(id);
        reviews.withdraw(id);
        assertThat(waitsFor(review)).isEmpty();
        assertThat(steps(id)).endsWith("review.step.withdrawn");
        assertThatThrownBy(() -> reviews.withdraw(id)).isInstanceOf(Refused.class);
        asked(id);
    }

    @Test
    void onlyWhoeverReceivesItReadsThePetitionersReason() {
        UUID review = asked(answeredByTheVillage());
        assertThat(pages.page(townOfficer, "/tasks/" + desk.item(review.toString(), "Task_Receive")))
                .contains(WHY);
        accepts(review, townOfficer);
        assertThat(pages.page(townWorker, "/tasks/" + desk.item(review.toString(), "Task_Examine")))
                .contains("信访人认为未核实租约", "不予支持")
                .doesNotContain(WHY, Matter.WORDS, "王小兰");
        assertThatThrownBy(() -> reviews.ask(UUID.randomUUID(), " ")).isInstanceOf(Refused.class);
    }

    /** Art. 35: what was revoked goes back: the desk of the matter reads so. */
    @Test
    void theDeskReadsWhatBecameOfItsOpinion() {
        UUID id = answeredByTheVillage();
        reviewedByTheTownship(id, "revoke");
        assertThat(jdbc.sql(
                                "select subject from work_copy where case_id = ? and role = 'complaint-officer' and unit = ?")
                        .params(id, Matter.TOWN)
                        .query(String.class)
                        .list())
                .containsExactly("复查（30 日） · 原意见已撤销，请重新处理");
        assertThat(pages.page(townOfficer, "/complaints/" + id)).contains("信访事项复查意见书");
    }

    /** Arts. 34, 35: what was revoked is answered anew by the unit that handles it, in 60 days, and then he may ask again. */
    @Test
    void whatWasRevokedIsAnsweredAnew() {
        UUID id = answeredByTheVillage();
        reviewedByTheTownship(id, "revoke");
        assertThat(waitsFor(id)).containsExactly("village-worker@" + Matter.VILLAGE);
        assertThat(petitioner.of(id).mayRate())
                .as("what was revoked is no answer")
                .isFalse();
        assertThat(jdbc.sql(
                                "select count(*) from complaint_clock where complaint = ? and code = 'petition-handling' and done is null"
                                        + " and due - started between interval '59 days' and interval '61 days'")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .as("art. 34: a clock of its own")
                .isEqualTo(1);
        assertThat(right(id)).as("art. 36, of the review").isEqualTo("review.right.2");
        answer(id, people.in("village-worker", Matter.VILLAGE), people.in("village-head", Matter.VILLAGE));
        assertThat(right(id)).as("art. 35, of the new opinion").isEqualTo("review.right.1");
        assertThat(rightsOnPaper(id)).as("art. 35, of both").containsExactly(true, true);
        assertThat(waitsFor(asked(id))).containsExactly("complaint-officer@" + Matter.TOWN);
    }

    private String right(UUID id) {
        return java.util.Objects.requireNonNull(petitioner.of(id).nextRight()).key();
    }

    /** Art. 36: what a final review changed is written down anew; the same facts and reasons are not accepted again. */
    @Test
    void afterAFinalReviewNothingIsAskedAgain() {
        UUID id = answeredByTheVillage();
        reviewedByTheTownship(id, "uphold");
        UUID second = asked(id);
        accepts(second, cityOfficer);
        examines(second, cityWorker, "change");
        signs(second, cityLeader);
        serve(second, cityOfficer);
        assertThat(waitsFor(id)).containsExactly("village-worker@" + Matter.VILLAGE);
        answer(id, people.in("village-worker", Matter.VILLAGE), people.in("village-head", Matter.VILLAGE));
        refused(id, "review.refused.final");
        assertThat(petitioner.of(id).nextRight()).as("art. 36").isNull();
        assertThat(steps(id)).endsWith("review.step.over");
        assertThat(rightsOnPaper(id)).as("arts. 35, 36").containsExactly(true, false);
    }

    /** Of each opinion, oldest first: whether it may say that a re-examination can be asked for. */
    private List<Boolean> rightsOnPaper(UUID id) {
        return papers.of(id, townOfficer).stream()
                .filter(paper -> paper.kind().equals("opinion"))
                .map(paper -> !paper.last())
                .toList();
    }

    /** Whoever takes his whole matter back does not leave a review behind that nobody asked for. */
    @Test
    void withdrawingTheMatterEndsItsReview() {
        UUID id = answeredByTheVillage();
        UUID review = asked(id);
        jdbc.sql("update complaint set state = 'carrying', closed = null where id = ?")
                .param(id)
                .update();
        petitioner.withdraw(id, "");
        assertThat(table.get(review).state()).isEqualTo("withdrawn");
        assertThat(waitsFor(review)).isEmpty();
        assertThat(reviews.waits(id)).isFalse();
    }

    /** Arts. 35, 36: of a matter that was merged the right is against the opinion on the one that stands for it. */
    @Test
    void whoeverWasMergedAsksAgainstTheCommonOpinion() {
        UUID merged = complaints.file(Matter.named(), null, null);
        UUID id = answeredByTheVillage();
        jdbc.sql("update complaint set merged_into = ?, state = 'merged', closed = received where id = ?")
                .params(id, merged)
                .update();
        assertThat(petitioner.of(merged).nextRight()).extracting(LegalStep::key).isEqualTo("review.right.1");
        reviews.ask(merged, WHY);
        assertThat(table.of(merged)).isEmpty();
        assertThat(newest(id).running()).isTrue();
    }
}
