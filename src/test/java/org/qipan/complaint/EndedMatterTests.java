package org.qipan.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.qipan.Replay;
import org.qipan.directory.Staff;
import org.qipan.progress.Tracked;
import org.qipan.recusal.RecusalRequests;
import org.qipan.task.DemoDesk;
import org.qipan.worklist.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was asked about a matter ends with it, whoever asked: nothing waits for a matter that nobody handles any more. */
@Replay
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndedMatterTests {

    private static final String SOON = LocalDate.now().plusDays(5).toString();

    @Autowired
    private PetitionHall hall;

    @Autowired
    private Petitioner petitioner;

    @Autowired
    private Bundles bundles;

    @Autowired
    private RecusalRequests recusals;

    @Autowired
    private DemoDesk desk;

    @Autowired
    private JdbcClient jdbc;

    private Staff asked;

    @BeforeAll
    void everybodyIsThere() {
        asked = hall.in("village-worker", Matter.VILLAGE);
    }

    private void does(Staff by, String url, String... typed) {
        assertThat(hall.pages.send(by, url, typed).getStatus()).as(url).isEqualTo(303);
    }

    private void supervised(UUID id, Staff by) {
        does(
                by,
                "/complaints/" + id + "/supervision",
                "ground",
                "delay",
                "reason",
                "两次未按期报告",
                "asked",
                "请报告进展",
                "until",
                SOON);
    }

    private UUID letter(UUID id) {
        does(
                hall.handler,
                "/complaints/" + id + "/enquiries",
                "unit",
                Matter.VILLAGE,
                "duty",
                "worker",
                "question",
                "请说明贵村出租屋押金退还的一般做法和依据。",
                "until",
                SOON,
                "read",
                "yes");
        return jdbc.sql("select id from enquiry where complaint = ?")
                .param(id)
                .query(UUID.class)
                .single();
    }

    private void announced(UUID id) {
        does(
                hall.handler,
                hall.task(id) + "/hearing",
                "day",
                SOON,
                "place",
                "二楼会议室",
                "subject",
                "押金退还",
                "invited",
                "双方当事人");
    }

    private void asksAnotherOffice(UUID id) {
        does(
                hall.handler,
                hall.task(id) + "/joints",
                "unit",
                Matter.OTHER_OFFICE,
                "question",
                "请提供登记情况",
                "until",
                SOON);
    }

    private List<String> open(UUID... cases) {
        return jdbc.sql("select process || ' ' || key from work_item where case_id = any (?) and state = 'open'")
                .param(cases)
                .query(String.class)
                .list();
    }

    private List<String> course(UUID id) {
        return jdbc.sql("select act from case_event where case_id = ? order by id")
                .param(id)
                .query(String.class)
                .list();
    }

    private int count(String sql, UUID id) {
        return jdbc.sql(sql).param(id).query(Integer.class).single();
    }

    @Test
    void nothingStaysInAnybodysWorklistWhenAMatterIsWithdrawn() {
        UUID id = hall.handled();
        supervised(id, hall.officer);
        UUID letter = letter(id);
        asksAnotherOffice(id);
        does(hall.handler, hall.task(id) + "/suspension", "ground", "court", "reason", "等待判决。");
        does(
                hall.handler,
                hall.task(id) + "/extension",
                "until",
                LocalDate.now().plusDays(70).toString(),
                "reason",
                "需要鉴定");
        recusals.ask(id, "handler", "他是房东的亲戚。");
        UUID request = jdbc.sql("select id from recusal_request where case_id = ?")
                .param(id)
                .query(UUID.class)
                .single();
        assertThat(open(id, letter, request)).hasSize(7);

        petitioner.withdraw(id, "");

        assertThat(open(id, letter, request)).isEmpty();
        assertThat(course(id))
                .contains(
                        "complaint.withdrawn",
                        "demand-ended",
                        "supervision-lifted",
                        "enquiry.withdrawn",
                        "joint-closed",
                        "pause-ended",
                        "extension-withdrawn",
                        "recusal-over");
        assertThat(count("select count(*) from supervision where complaint = ? and lifted is null", id))
                .isZero();
        assertThat(hall.pages.page(asked, "/enquiries/" + letter))
                .as("art. 30: the side that was asked does not read why")
                .contains("已经撤回")
                .doesNotContain("信访人撤回");
    }

    @Test
    void aMatterThatStandsStillEndsAndItsPauseAndHearingWithIt() {
        UUID id = hall.handled();
        announced(id);
        does(hall.handler, hall.task(id) + "/suspension", "ground", "court", "reason", "等待判决。");
        String ref = jdbc.sql("select id::text from suspension where complaint = ?")
                .param(id)
                .query(String.class)
                .single();
        desk.complete(desk.item(ref, "Task_Decide"), hall.leader, "decision", "approve");

        petitioner.withdraw(id, "");

        assertThat(open(id)).isEmpty();
        assertThat(course(id)).contains("pause-ended", "hearing-off");
        assertThat(count(
                        "select count(*) from complaint_stop s join complaint_clock k on k.id = s.clock"
                                + " where k.complaint = ? and s.ended is null",
                        id))
                .isZero();
        assertThat(count("select count(*) from suspension where complaint = ? and state = 'over'", id))
                .isEqualTo(1);
    }

    @Test
    void whyItEndedIsReadInTheLanguageOfTheReader() {
        UUID id = hall.handled();
        supervised(id, hall.officer);
        letter(id);
        long item = desk.item(id.toString(), "Task_Handle");
        asksAnotherOffice(id);
        announced(id);
        petitioner.withdraw(id, "");
        Map<String, Staff> readers = Map.of(
                "/complaints/" + id, hall.officer,
                "/complaints/" + id + "/supervision", hall.officer,
                "/complaints/" + id + "/enquiries", hall.handler,
                "/tasks/" + item, hall.handler);
        readers.forEach((url, reader) -> {
            assertThat(hall.pages.page(reader, url + "?lang=en"))
                    .as(url)
                    .contains("withdrawn by the petitioner and over")
                    .doesNotContain("信访人撤回，事项终结");
            assertThat(hall.pages.page(reader, url + "?lang=zh-CN")).as(url).contains("信访人撤回，事项终结");
        });
        for (String table : List.of("joint", "hearing", "supervision", "enquiry")) {
            String of = table.equals("joint") ? "case_id" : "complaint";
            assertThat(count("select count(*) from " + table + " where " + of + " = ? and said is not null", id))
                    .as(table)
                    .isEqualTo(1);
        }
    }

    /** Who is behind a matter that is over needs nobody to know any more; what was allowed or refused before stays as it was. */
    @Test
    void nobodyDecidesWhoThePetitionerOfAnEndedMatterIs() {
        UUID id = hall.handled();
        UUID other = hall.handled();
        for (UUID matter : List.of(id, other)) {
            jdbc.sql("""
                            with asked as (
                                insert into reveal (id, case_id, desk, purpose, words, asked_by, asked_at)
                                values (gen_random_uuid(), :case, :desk, 'enquiry', '地点不清楚', :by, now()) returning id)
                            insert into work_copy (case_id, subject, page, role, unit, by, opens, at)
                            select :case, '待决定', '/complaints/' || cast(:case as uuid) || '/identity/requests/' || id, 'township-leader', :desk,
                                :by, true, now() from asked
                            """)
                    .param("case", matter)
                    .param("desk", Matter.TOWN)
                    .param("by", hall.officer.id())
                    .update();
        }
        petitioner.withdraw(id, "");
        String copies = "select count(*) from work_copy where case_id = ? and page like '%/identity/requests/%'";
        assertThat(count("select count(*) from reveal where case_id = ? and state = 'over'", id))
                .isEqualTo(1);
        assertThat(count(copies, id)).isZero();
        assertThat(count(
                        "select count(*) from audit where object_id = cast(? as text) and action = 'reveal.audit.over'",
                        id))
                .isEqualTo(1);
        assertThat(hall.pages.page(hall.leader, "/complaints/" + id + "/identity"))
                .contains("事项已办结，未决定");
        assertThat(count("select count(*) from reveal where case_id = ? and state = 'asked'", other))
                .isEqualTo(1);
        assertThat(count(copies, other)).isEqualTo(1);
    }

    /** Art. 21: each petitioner can rate, also those whose matters were merged into one; whoever rated has rated. */
    @Test
    void whatWasAskedAboutAMergedMatterEndsAndItsPetitionerRatesTheCommonAnswer() {
        UUID into = hall.handled();
        UUID id = hall.filed();
        supervised(id, hall.in("complaint-officer", Matter.CITY));
        bundles.merge(id, into, hall.officer);
        assertThat(open(id)).isEmpty();
        assertThat(course(id)).contains("demand-ended", "supervision-lifted");

        assertThat(petitioner.of(id).mayRate()).as("nothing is answered yet").isFalse();
        assertThatThrownBy(() -> petitioner.rate(id, 5, Set.of(), null)).isInstanceOf(Refused.class);
        hall.answer(into);
        assertThat(petitioner.of(id).mayRate()).isTrue();
        petitioner.rate(id, 1, Set.of("unsolved"), "没有解决");
        assertThat(petitioner.of(id).mayRate()).isFalse();
        assertThat(petitioner.of(into).mayRate())
                .as("the other one for himself")
                .isTrue();
        petitioner.rate(into, 4, Set.of(), null);
        assertThat(count("select grade from complaint where id = ?", id)).isEqualTo(1);
        assertThat(count("select grade from complaint where id = ?", into)).isEqualTo(4);
        assertThat(count("select count(*) from work_copy where case_id = ? and reason = 'grade'", id))
                .as("a bad grade goes one level up")
                .isEqualTo(1);
    }

    /** Art. 37 helps a person: the help goes on when his matter is merged, and nobody else reads of it. */
    @Test
    void whatTellsOfOnePetitionerIsNotReadByThoseHeIsMergedWith() {
        UUID into = hall.handled();
        UUID id = hall.filed();
        for (UUID matter : List.of(into, id)) {
            does(
                    hall.officer,
                    "/complaints/" + matter + "/aid",
                    "unit",
                    Matter.OFFICE,
                    "need",
                    "living",
                    "note",
                    "一户家庭失去收入来源，请评估临时救助。",
                    "until",
                    SOON,
                    "wished",
                    "1");
        }
        bundles.merge(id, into, hall.officer);
        UUID own = aidDemand(id);
        desk.complete(desk.item(own.toString(), "Task_Answer"), hall.handler, "answer", "已受理临时救助申请。");
        desk.complete(desk.item(own.toString(), "Task_Check"), hall.officer, "decision", "accepted");
        assertThat(petitioner.of(id).letters()).extracting(Tracked.Letter::text).contains("已受理临时救助申请。");
        assertThat(petitioner.of(into).letters())
                .extracting(Tracked.Letter::kind)
                .doesNotContain("aid.letter");
        UUID other = aidDemand(into);
        desk.complete(desk.item(other.toString(), "Task_Answer"), hall.handler, "answer", "不符合条件。");
        desk.complete(desk.item(other.toString(), "Task_Check"), hall.officer, "decision", "accepted");
        assertThat(petitioner.of(id).letters()).extracting(Tracked.Letter::text).doesNotContain("不符合条件。");
    }

    private UUID aidDemand(UUID matter) {
        return jdbc.sql("select demand from aid where complaint = ?")
                .param(matter)
                .query(UUID.class)
                .single();
    }
}
