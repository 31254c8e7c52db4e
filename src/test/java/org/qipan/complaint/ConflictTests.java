package org.qipan.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.qipan.Replay;
import org.qipan.SignedIn;
import org.qipan.directory.Staff;
import org.qipan.filing.Channel;
import org.qipan.filing.Contact;
import org.qipan.filing.Filing;
import org.qipan.filing.Mode;
import org.qipan.progress.LegalStep;
import org.qipan.recusal.RecusalRequests;
import org.qipan.task.DemoDesk;
import org.qipan.vault.Safe;
import org.qipan.worklist.Refused;
import org.qipan.worklist.Sweeps;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who must not know of a matter, who leaves it, and what is not kept of it (信访工作条例 arts. 28, 30; 公务员法 arts. 74, 76, 77). */
@Replay
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConflictTests {

    private static final String PROVINCE = "440000000000";

    @Autowired
    private PetitionHall hall;

    @Autowired
    private Complaints complaints;

    @Autowired
    private ComplaintTable table;

    @Autowired
    private Petitioner petitioner;

    @Autowired
    private RecusalRequests requests;

    @Autowired
    private Safe safe;

    @Autowired
    private DemoDesk desk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationContext context;

    private Staff city;

    @BeforeAll
    void everybodyIsThere() {
        city = hall.in("complaint-officer", Matter.CITY);
    }

    @AfterEach
    void whoWasHiredLeaves() {
        hall.dismiss();
    }

    private static Filing hiding(Mode mode, String concerned, String... hidden) {
        return new Filing(
                Channel.WEB,
                mode,
                Matter.WORDS,
                Matter.VILLAGE,
                concerned,
                null,
                List.of(hidden),
                null,
                mode == Mode.ANONYMOUS ? Contact.NONE : Matter.WANG,
                true,
                List.of(),
                null,
                null,
                1);
    }

    private UUID filed(Filing filing) {
        return hall.filed(filing);
    }

    private void sort(UUID id, Staff by, String kind, String route) {
        desk.complete(
                desk.item(id.toString(), ComplaintProcess.SORT),
                by,
                "kind",
                kind,
                "title",
                "收钱不办事",
                "digest",
                "反映窗口收钱。",
                "route",
                route,
                "lead",
                Matter.OFFICE,
                "reason",
                "按规定办理。");
    }

    private List<String> waitsFor(UUID id) {
        return jdbc.sql("select role || '@' || unit from work_item where case_id = ? and state = 'open'")
                .param(id)
                .query(String.class)
                .list();
    }

    private int cases() {
        return jdbc.sql("select count(*) from case_file").query(Integer.class).single();
    }

    @Test
    void anAddressThatNamesNothingIsOfNothing() {
        for (String nothing : List.of("x", UUID.randomUUID().toString())) {
            assertThat(status(hall.officer, "/complaints/" + nothing)).isEqualTo(404);
        }
    }

    private int status(Staff reader, String url) {
        return hall.pages.ask(reader, get(url)).getStatus();
    }

    /** @return the task of the one who decides */
    private long asked(UUID id, String whom, String why) {
        transaction.executeWithoutResult(status -> requests.ask(id, whom, why));
        return desk.item(
                jdbc.sql("select cast(id as text) from recusal_request where case_id = ?")
                        .param(id)
                        .query(String.class)
                        .single(),
                "Task_Decide");
    }

    private LocalDate due(long item) {
        return jdbc.sql("select cast(due at time zone 'Asia/Shanghai' as date) from work_item where id = ?")
                .param(item)
                .query(LocalDate.class)
                .single();
    }

    private boolean waits(long item) {
        return jdbc.sql("select state = 'open' from work_item where id = ?")
                .param(item)
                .query(Boolean.class)
                .single();
    }

    private String at(long item) {
        return jdbc.sql("select role || '@' || unit from work_item where id = ?")
                .param(item)
                .query(String.class)
                .single();
    }

    private List<String> audited(UUID id) {
        return jdbc.sql("select action from audit where object_id = ? order by id")
                .param(id.toString())
                .query(String.class)
                .list();
    }

    /** Arts. 28, 30: a desk the petitioner keeps out is passed over; only when no level is left nobody takes it. */
    @Test
    void aDeskThatIsKeptOutIsPassedOver() {
        UUID id = filed(hiding(Mode.NAMED, null, Matter.TOWN));
        assertThat(waitsFor(id)).containsExactly("complaint-officer@" + Matter.CITY);
        assertThat(status(hall.officer, "/complaints/" + id)).isEqualTo(404);
        assertThat(status(hall.leader, "/complaints/" + id)).isEqualTo(404);
        assertThat(complaints.desk(Matter.VILLAGE, Matter.TOWN, List.of(Matter.CITY)))
                .contains(PROVINCE);
        assertThat(complaints.desk(Matter.VILLAGE, PROVINCE, List.of())).isEmpty();
        int before = cases();
        assertThatThrownBy(() -> filed(hiding(Mode.NAMED, Matter.TOWN, PROVINCE)))
                .isInstanceOf(Refused.class);
        assertThat(cases()).as("nothing is stored").isEqualTo(before);
    }

    /** Arts. 28, 30: the forms offer neither who is complained of nor who is kept out, and take nothing that was typed by hand. */
    @Test
    void nothingIsForwardedToWhoIsOut() {
        UUID id = filed(hiding(Mode.NAMED, Matter.VILLAGE, Matter.OFFICE));
        String form = hall.pages.page(hall.officer, "/tasks/" + desk.item(id.toString(), ComplaintProcess.SORT));
        assertThat(form)
                .contains("value=\"" + Matter.OTHER_OFFICE + "\"")
                .doesNotContain("value=\"" + Matter.VILLAGE + "\"", "value=\"" + Matter.OFFICE + "\"");
        assertThatThrownBy(() -> sort(id, hall.officer, "complaint", "petition"))
                .isInstanceOfAny(Refused.class, IllegalArgumentException.class);
    }

    /** Arts. 28, 30: who stands in for somebody complained of sits at the same desk, and stays out when he is back at his own. */
    @Test
    void whoStandsInForSomebodyComplainedOfIsOut() {
        Staff substitute = hall.hire("临时人员", "city-officer@" + Matter.CITY);
        jdbc.sql("""
                        insert into substitution (id, absent, substitute, from_day, to_day, units, as_unit, made_by, made_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, now())
                        """)
                .params(
                        UUID.randomUUID(),
                        hall.in("village-head", Matter.VILLAGE).id(),
                        substitute.id(),
                        LocalDate.now().minusDays(1),
                        LocalDate.now().plusDays(1),
                        new String[] {Matter.VILLAGE},
                        Matter.CITY,
                        substitute.id())
                .update();
        UUID id = filed(hiding(Mode.NAMED, Matter.VILLAGE));
        long item = desk.item(id.toString(), ComplaintProcess.SORT);
        assertThat(status(hall.in("city-officer", Matter.CITY), "/tasks/" + item))
                .as("a colleague who looks down")
                .isEqualTo(200);
        assertThat(status(substitute, "/tasks/" + item)).isEqualTo(404);
        jdbc.sql("update substitution set ended_at = now() where substitute = ?")
                .param(substitute.id())
                .update();
        assertThat(status(substitute, "/tasks/" + item)).isEqualTo(404);
    }

    /** Art. 30: of what came without a name only the desk knows, before it is sorted and after, also when it is late. */
    @Test
    void aSealedMatterIsInNobodysAreaAndItsLatenessOpensNothing() {
        UUID id = filed(hiding(Mode.ANONYMOUS, null));
        long item = desk.item(id.toString(), ComplaintProcess.SORT);
        List<Staff> above = List.of(
                hall.leader, hall.in("township-officer", Matter.TOWN), city, hall.in("city-leader", Matter.CITY));
        above.forEach(one -> {
            assertThat(status(one, "/tasks/" + item)).isEqualTo(404);
            assertThat(status(one, "/complaints/" + id)).isEqualTo(404);
        });
        sort(id, hall.officer, "complaint", "petition");
        jdbc.sql("update work_item set due = now() - interval '1 hour' where case_id = ? and state = 'open'")
                .param(id)
                .update();
        Sweeps.sweep(context);
        assertThat(jdbc.sql("select role || '@' || unit from work_copy where case_id = ? and not opens")
                        .param(id)
                        .query(String.class)
                        .list())
                .as("somebody above is told that something is late")
                .containsExactly("township-leader@" + Matter.TOWN);
        assertThat(hall.pages.page(hall.leader, "/worklist?tab=toread"))
                .contains(table.find(id).orElseThrow().number())
                .doesNotContain("/complaints/" + id);
        above.forEach(one -> {
            assertThat(status(one, "/complaints/" + id)).isEqualTo(404);
            assertThat(hall.pages.page(one, "/worklist?scope=below")).doesNotContain(id.toString());
            assertThat(hall.pages.page(one, "/worklist?tab=toread&text=收钱不办事")).doesNotContain("民众信〔");
        });
        assertThat(hall.pages.page(hall.handler, "/complaints/" + id))
                .as("who was given it")
                .contains("反映窗口收钱");
    }

    /** 公务员法 arts. 76, 77: who says that he has an interest loses the matter at once; an empty desk moves one level up, words and all. */
    @Test
    void whoDeclaresAnInterestLosesTheMatterAtOnce() {
        UUID id = filed(Matter.named());
        String page = "/complaints/" + id;
        String task = "/tasks/" + desk.item(id.toString(), ComplaintProcess.SORT);
        assertThat(hall.pages.page(hall.officer, page + "/recusal")).contains("第七十六条");
        assertThat(hall.pages
                        .send(hall.officer, page + "/recusal", "ground", "relative", "reason", "信访人是我表妹")
                        .getStatus())
                .isEqualTo(303);
        List.of(page, page + "/recusal", page + "/identity", task)
                .forEach(url -> assertThat(status(hall.officer, url)).as(url).isEqualTo(404));
        List.of("/complaints", "/worklist", "/worklist?tab=done", "/worklist/follows")
                .forEach(list ->
                        assertThat(hall.pages.page(hall.officer, list)).as(list).doesNotContain(id.toString()));
        assertThat(waitsFor(id)).containsExactly("complaint-officer@" + Matter.CITY);
        assertThat(hall.pages.page(city, page))
                .as("the replacement reads the words")
                .contains(Matter.WORDS);
        assertThat(table.find(id).orElseThrow().desk()).isEqualTo(Matter.CITY);
    }

    /** 公务员法 art. 77: the petitioner asks, the head of the unit decides, and the person is out from that moment; all of it is written down. */
    @Test
    void thePetitionerAsksForARecusalAndTheHeadDecides() {
        UUID id = filed(Matter.named());
        sort(id, hall.officer, "complaint", "petition");
        long item = asked(id, "handler", "承办人是房东的弟弟");
        String page = "/tasks/" + item;
        assertThat(status(hall.handler, page)).isEqualTo(404);
        assertThat(status(hall.officer, page)).isEqualTo(404);
        assertThat(hall.pages.page(hall.leader, "/worklist"))
                .contains(page, table.find(id).orElseThrow().number());
        assertThat(due(item))
                .as("the clock of the one who decides")
                .isEqualTo(LocalDate.now().plusDays(4));
        assertThat(hall.pages.page(hall.leader, page))
                .contains("承办人是房东的弟弟", hall.handler.id().toString(), "第七十七条");
        assertThatThrownBy(() -> desk.complete(item, hall.leader, "decision", "grant", "reason", "属实"))
                .as("somebody has to be chosen")
                .isInstanceOf(Refused.class);
        assertThat(status(hall.handler, "/complaints/" + id)).isEqualTo(200);
        desk.complete(
                item,
                hall.leader,
                "decision",
                "grant",
                "staff",
                hall.handler.id().toString(),
                "ground",
                "relative",
                "reason",
                "查实有近亲属关系");
        assertThat(waits(item)).as("decided").isFalse();
        assertThat(hall.pages.page(hall.leader, page)).doesNotContain("承办人是房东的弟弟");
        assertThat(status(hall.handler, "/complaints/" + id)).isEqualTo(404);
        assertThat(waitsFor(id)).as("a replacement").hasSize(1).doesNotContain("department-officer@" + Matter.OFFICE);
        assertThat(petitioner.of(id).steps())
                .filteredOn(step -> step.key().equals("recusal.step.granted-handler"))
                .extracting(LegalStep::reason)
                .containsExactly("查实有近亲属关系");
        assertThat(petitioner.of(id).steps())
                .filteredOn(step -> step.key().equals("complaint.step.petition-handling"))
                .extracting(LegalStep::holder)
                .as("the post that has it now")
                .singleElement()
                .asString()
                .startsWith("民众街道 · ");
        assertThat(audited(id)).contains("recusal.audit.granted");
    }

    /** 公务员法 art. 77: about a head the level above decides, and what is refused changes nothing. */
    @Test
    void aboutAHeadTheLevelAboveDecides() {
        UUID id = filed(Matter.named());
        long item = asked(id, "head", "他和被反映的人是同学");
        assertThat(status(hall.leader, "/tasks/" + item)).isEqualTo(404);
        desk.complete(item, hall.in("city-leader", Matter.CITY), "decision", "refuse", "reason", "不属于应当回避的情形");
        assertThat(status(hall.leader, "/complaints/" + id)).isEqualTo(200);
        assertThat(petitioner.of(id).steps()).extracting(LegalStep::key).contains("recusal.step.refused-head");
        assertThatThrownBy(() -> asked(id, "everybody", "x")).isInstanceOf(Refused.class);
    }

    /** 公务员法 art. 76: who is to decide and has an interest himself passes it on, from the task or from the matter; it waits for nobody. */
    @Test
    void whoDecidesAndHasAnInterestPassesItOn() {
        UUID id = filed(Matter.named());
        sort(id, hall.officer, "complaint", "petition");
        long item = asked(id, "handler", "承办人是房东的弟弟");
        assertThat(at(item)).isEqualTo("township-leader@" + Matter.TOWN);
        assertThat(hall.pages
                        .send(hall.leader, "/tasks/" + item + "/recusal", "ground", "relative", "reason", "承办人是我弟弟")
                        .getStatus())
                .isEqualTo(303);
        assertThat(at(item)).isEqualTo("city-leader@" + Matter.CITY);
        assertThat(status(hall.leader, "/tasks/" + item)).isEqualTo(404);
        assertThat(petitioner.of(id).steps())
                .filteredOn(step -> step.key().equals("recusal.step.asked-handler"))
                .extracting(LegalStep::holder)
                .as("the petitioner reads who has it now")
                .allMatch(title -> title != null && title.contains("中山市"));

        UUID other = filed(Matter.named());
        sort(other, hall.officer, "complaint", "petition");
        long second = asked(other, "handler", "承办人是房东的弟弟");
        assertThat(hall.pages
                        .send(
                                hall.leader,
                                "/complaints/" + other + "/recusal",
                                "ground",
                                "relative",
                                "reason",
                                "信访人是我弟弟")
                        .getStatus())
                .isEqualTo(303);
        assertThat(at(second)).as("who leaves the matter leaves the request").isEqualTo("city-leader@" + Matter.CITY);
    }

    /** 公务员法 arts. 76, 77: who declares an interest is out at once; the head decides whether he had to, and reads nothing but his reasons. */
    @Test
    void whatAnOfficerDeclaresIsDecidedByTheHead() {
        UUID id = filed(Matter.named());
        sort(id, hall.officer, "complaint", "petition");
        hall.pages.send(hall.handler, "/complaints/" + id + "/recusal", "ground", "other", "reason", "信访人是我的老同学");
        assertThat(status(hall.handler, "/complaints/" + id)).isEqualTo(404);
        long item = jdbc.sql(
                        "select w.id from work_item w join recusal_request r on r.id = w.case_id where r.case_id = ?")
                .param(id)
                .query(Long.class)
                .single();
        assertThat(at(item)).isEqualTo("township-leader@" + Matter.TOWN);
        assertThat(status(hall.handler, "/tasks/" + item)).isEqualTo(404);
        assertThat(hall.pages.page(hall.leader, "/tasks/" + item)).contains("信访人是我的老同学");
        assertThat(petitioner.of(id).steps())
                .extracting(LegalStep::key)
                .as("not the petitioner's request")
                .noneMatch(key -> key.startsWith("recusal."));
        assertThat(waitsFor(id)).doesNotContain("department-officer@" + Matter.OFFICE);
        desk.complete(item, hall.leader, "decision", "refuse", "reason", "同学关系不在应当回避的情形之内");
        assertThat(waitsFor(id)).as("and it is his again").containsExactly("department-officer@" + Matter.OFFICE);
        assertThat(status(hall.handler, "/tasks/" + desk.item(id.toString(), ComplaintProcess.HANDLE)))
                .isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from case_exclusion where case_id = ? and staff = ?")
                        .params(id, hall.handler.id())
                        .query(Integer.class)
                        .single())
                .as("he may work on it again")
                .isZero();
        assertThat(audited(id)).contains("recusal.audit.self-refused");
    }

    private long declared(UUID id, Staff by) {
        hall.pages.send(by, "/complaints/" + id + "/recusal", "ground", "other", "reason", "信访人是我的老同学");
        return jdbc.sql(
                        "select w.id from work_item w join recusal_request r on r.id = w.case_id where r.case_id = ? and w.state = 'open'")
                .param(id)
                .query(Long.class)
                .single();
    }

    /** 公务员法 art. 77: who need not leave has his duty again, the desk with its task; what somebody else has begun stays with him. */
    @Test
    void whoNeedNotLeaveHasHisTaskAgainUnlessSomebodyHasBegunWithIt() {
        UUID id = filed(Matter.named());
        long decision = declared(id, hall.officer);
        assertThat(waitsFor(id)).containsExactly("complaint-officer@" + Matter.CITY);
        desk.complete(decision, hall.leader, "decision", "refuse", "reason", "不属于应当回避的情形");
        assertThat(waitsFor(id)).containsExactly("complaint-officer@" + Matter.TOWN);
        assertThat(table.find(id).orElseThrow().desk()).isEqualTo(Matter.TOWN);
        assertThat(hall.pages.page(hall.officer, "/complaints/" + id)).contains(Matter.WORDS, "退回原受理岗位");
        assertThat(hall.pages.page(city, "/complaints/" + id)).doesNotContain(Matter.WORDS);
        sort(id, hall.officer, "complaint", "petition");

        UUID begun = filed(Matter.named());
        long second = declared(begun, hall.officer);
        String task = "/tasks/" + desk.item(begun.toString(), ComplaintProcess.SORT);
        assertThat(hall.pages
                        .send(city, task + "/claim", "version", version(begun))
                        .getStatus())
                .isEqualTo(303);
        desk.complete(second, hall.leader, "decision", "refuse", "reason", "不属于应当回避的情形");
        assertThat(waitsFor(begun)).containsExactly("complaint-officer@" + Matter.CITY);
        assertThat(table.find(begun).orElseThrow().desk()).isEqualTo(Matter.CITY);
    }

    private String version(UUID id) {
        return jdbc.sql("select cast(version as text) from work_item where case_id = ? and state = 'open'")
                .param(id)
                .query(String.class)
                .single();
    }

    /** What was chosen and typed is there again when it was not complete. */
    @Test
    void aRecusalThatIsNotCompleteKeepsWhatWasTyped() throws Exception {
        UUID id = filed(Matter.named());
        sort(id, hall.officer, "complaint", "petition");
        String page = "/complaints/" + id + "/recusal";
        String own = hall.pages
                .send(hall.handler, page, "ground", "nothing", "reason", "信访人是我表妹")
                .getContentAsString();
        assertThat(own).containsOnlyOnce("信访人是我表妹");
        var ordered = hall.pages.send(
                hall.leader, page, "staff", hall.handler.id().toString(), "ground", "relative", "reason", " ");
        assertThat(ordered.getStatus()).isEqualTo(422);
        assertThat(ordered.getContentAsString())
                .containsPattern("value=\"" + hall.handler.id() + "\"[^>]*selected")
                .containsPattern("value=\"relative\"[^>]*selected");
    }

    /** 公务员法 art. 77: of what is not decided when the matter ends no task is left behind. */
    @Test
    void aMatterThatEndsTakesTheRequestWithIt() {
        UUID id = filed(Matter.named());
        sort(id, hall.officer, "complaint", "petition");
        long item = asked(id, "handler", "承办人是房东的弟弟");
        transaction.executeWithoutResult(status -> petitioner.withdraw(id, "已经解决"));
        assertThat(waits(item)).isFalse();
        assertThat(petitioner.of(id).steps()).extracting(LegalStep::key).contains("recusal.step.over-handler");
    }

    /** Art. 30: an accusation that was handed over with proof is not kept here; that it was is. */
    @Test
    void whatWasHandedOverIsDestroyedOnceThePetitionerWasTold() {
        UUID id = filed(hiding(Mode.CONFIDENTIAL, null));
        sort(id, hall.officer, "report", "sealed");
        String page = "/complaints/" + id + "/handover";
        String today = LocalDate.now().toString();
        assertThat(status(hall.handler, page)).isEqualTo(403);
        var wrong = hall.pages.send(hall.officer, page, "on", "2099-01-01", "proof", "收 1 号");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(wrong)).as("nothing typed is lost").contains("value=\"2099-01-01\"", "收 1 号");
        assertThat(hall.pages
                        .send(hall.officer, page, "on", today, "proof", "纪收〔2026〕1 号")
                        .getStatus())
                .isEqualTo(303);
        assertThat(safe.open(id, List.of("words"))).as("he is still to be told").isNotEmpty();
        desk.complete(
                desk.item(id.toString(), ComplaintProcess.SERVE), hall.officer, "how", "electronic", "servedOn", today);
        assertThat(safe.open(id, List.of("words", "digest", "name", "phone"))).isEmpty();
        assertThat(hall.pages.page(hall.officer, page)).contains("已经销毁", "纪收〔2026〕1 号");
        assertThat(hall.pages.page(hall.officer, "/complaints/" + id))
                .doesNotContain(Matter.WORDS, "反映窗口收钱", "收钱不办事")
                .as("nobody is reached over it any more")
                .doesNotContain("/complaints/" + id + "/messages");
        assertThat(hall.pages
                        .send(hall.officer, "/complaints/" + id + "/messages", "text", "请补充。")
                        .getStatus())
                .isEqualTo(422);
        assertThat(audited(id)).contains("complaint.audit.shredded");
        assertThat(petitioner.of(id).letters()).as("his notice stays").hasSize(1);
        assertThat(petitioner.of(id).steps()).extracting(LegalStep::key).contains("complaint.step.handedOver");
        assertThat(petitioner.of(id).kept()).isFalse();
        assertThat(petitioner.of(id).mayRate()).isFalse();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> petitioner.say(id, "还有一点")))
                .isInstanceOf(Refused.class);
    }
}
