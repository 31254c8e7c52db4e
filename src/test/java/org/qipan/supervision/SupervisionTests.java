package org.qipan.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.qipan.Replay;
import org.qipan.SignedIn;
import org.qipan.complaint.Matter;
import org.qipan.complaint.PetitionHall;
import org.qipan.directory.Staff;
import org.qipan.filing.Filing;
import org.qipan.task.DemoDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** 督办 and 挂牌督办: 信访工作条例 arts. 38, 39; sealed matters as arts. 30 and 46 (5) want it. */
@Replay
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupervisionTests {

    private static final String LIST = "/complaints/supervision";

    @Autowired
    private PetitionHall hall;

    @Autowired
    private DemoDesk desk;

    @Autowired
    private JdbcClient jdbc;

    private Staff cityOfficer;
    private Staff villageWorker;
    private Staff villageHead;

    @BeforeAll
    void everybodyIsThere() {
        cityOfficer = hall.in("complaint-officer", Matter.CITY);
        villageWorker = hall.in("village-worker", Matter.VILLAGE);
        villageHead = hall.in("village-head", Matter.VILLAGE);
    }

    private UUID sorted(Filing filing, String title) {
        return hall.sorted(filing, title, "petition", Matter.VILLAGE);
    }

    private UUID handledByTheVillage(String title) {
        return sorted(Matter.named(), title);
    }

    private static String page(UUID matter) {
        return "/complaints/" + matter + "/supervision";
    }

    private MockHttpServletResponse begins(UUID matter, Staff by, String... more) {
        String[] fields = {
            "ground",
            "delay",
            "reason",
            "承办单位两次未按期报告",
            "asked",
            "请说明进展并报告结果",
            "until",
            LocalDate.now().plusDays(5).toString()
        };
        String[] all = java.util.stream.Stream.concat(java.util.Arrays.stream(fields), java.util.Arrays.stream(more))
                .toArray(String[]::new);
        return hall.pages.send(by, page(matter), all);
    }

    private UUID running(UUID matter) {
        return jdbc.sql("select id from supervision where complaint = ? and lifted is null")
                .param(matter)
                .query(UUID.class)
                .single();
    }

    /** Art. 39: whoever shirks or delays is supervised, and reports; the supervisor accepts the report or sends it back. */
    @Test
    void theHandlingUnitReportsUntilTheSupervisorIsContent() {
        UUID id = handledByTheVillage("押金督办一");
        assertThat(begins(id, hall.officer).getStatus()).isEqualTo(303);
        UUID supervision = running(id);
        assertThat(hall.pages.page(hall.officer, LIST)).contains("未报告");
        long item = desk.item(supervision.toString(), "Task_Answer");
        assertThat(hall.pages.page(villageWorker, "/tasks/" + item))
                .contains("请说明进展并报告结果", "承办单位两次未按期报告")
                .doesNotContain(Matter.WORDS);

        desk.complete(item, villageWorker, "answer", "已约房东，周五退还。");
        assertThat(hall.pages.page(hall.officer, LIST)).contains("已报告，待审核");
        desk.complete(
                desk.item(supervision.toString(), "Task_Check"), hall.officer, "decision", "back", "remark", "请附退还凭证。");
        item = desk.item(supervision.toString(), "Task_Answer");
        assertThat(hall.pages.page(villageWorker, "/tasks/" + item)).contains("请附退还凭证。");
        desk.complete(item, villageWorker, "answer", "已退还，凭证已交收件岗位。");
        desk.complete(desk.item(supervision.toString(), "Task_Check"), hall.officer, "decision", "accepted");

        assertThat(hall.pages.page(hall.officer, page(id))).contains("已了结", "已退还，凭证已交收件岗位。");
        assertThat(jdbc.sql("select state from demand where id = ?")
                        .param(supervision)
                        .query(String.class)
                        .single())
                .isEqualTo("accepted");
    }

    /** Art. 38: 挂牌督办 is for the leader of the level, and ends with a reason. */
    @Test
    void onlyTheLeaderListsAMatterAndTakesItOffTheList() throws Exception {
        UUID id = handledByTheVillage("押金挂牌");
        begins(id, hall.officer);
        UUID supervision = running(id);
        MockHttpServletResponse refused = hall.pages.send(hall.officer, page(id) + "/" + supervision + "/listing");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(refused)).contains("由本级领导决定");
        assertThat(hall.pages.sent(hall.leader, page(id) + "/" + supervision + "/listing"))
                .contains("已挂牌督办。");
        assertThat(hall.pages.page(hall.leader, LIST)).contains(LocalDate.now() + " 挂牌");
        assertThat(hall.pages.page(hall.officer, "/complaints/" + id)).contains("挂牌督办中");

        MockHttpServletResponse sheet = hall.pages.ask(hall.leader, MockMvcRequestBuilders.get(LIST + "/export"));
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(sheet.getContentAsByteArray()))) {
            assertThat(book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("事项");
            assertThat(book.getSheetAt(0).getLastRowNum()).isGreaterThanOrEqualTo(2);
        }

        String lifting = page(id) + "/" + supervision + "/lifting";
        assertThat(hall.pages.send(hall.officer, lifting, "why", "已退还").getStatus())
                .isEqualTo(422);
        MockHttpServletResponse silent = hall.pages.send(hall.leader, lifting, "why", " ");
        assertThat(silent.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(silent))
                .containsPattern("<details open[\\s\\S]*name=\"why\"[^\\n]*\\n\\s*<p class=\"field-error\"");
        assertThat(hall.pages.send(hall.leader, lifting, "why", "已经退还").getStatus())
                .isEqualTo(303);
        assertThat(hall.pages.page(hall.leader, page(id))).contains("已解除：已经退还");
        assertThat(jdbc.sql("select count(*) from work_item where ref = ? and state = 'open'")
                        .param(supervision.toString())
                        .query(Integer.class)
                        .single())
                .as("nothing is asked any more")
                .isZero();
    }

    /** Art. 39: those above supervise those who handle, not the other way round. */
    @Test
    void whoHandlesItSupervisesNothing() {
        UUID id = handledByTheVillage("押金谁督办");
        assertThat(begins(id, villageHead).getStatus()).isEqualTo(404);
        assertThat(begins(id, villageWorker).getStatus()).isEqualTo(403);
        assertThat(begins(id, cityOfficer).getStatus()).isEqualTo(303);
        MockHttpServletResponse again = begins(id, cityOfficer);
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(again)).as("typed text is kept").contains("本级已在督办", "承办单位两次未按期报告");
        assertThat(begins(id, hall.officer).getStatus()).as("another level").isEqualTo(303);
    }

    /** Arts. 30, 46 (5): a sealed matter is looked after by its desk alone. */
    @Test
    void aSealedMatterIsForItsDeskAlone() {
        UUID id = sorted(Matter.anonymous(), "匿名督办");
        assertThat(jdbc.sql("select sealed from complaint where id = ?")
                        .param(id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        for (Staff other : List.of(hall.leader, cityOfficer, villageHead)) {
            assertThat(hall.pages
                            .ask(other, MockMvcRequestBuilders.get(page(id)))
                            .getStatus())
                    .as(other.name())
                    .isEqualTo(404);
            assertThat(begins(id, other).getStatus()).isEqualTo(404);
        }
        assertThat(hall.pages.page(hall.officer, page(id))).contains("提出督办");
    }

    /** Art. 39: delay and shirking propose themselves; a bad grade only to those above the desk. */
    @Test
    void proposesWhatIsLateWasRefusedTwiceOrWasGradedBadly() {
        UUID late = handledByTheVillage("押金超期件");
        jdbc.sql(
                        "update complaint_clock set due = now() - interval '1 day', started = now() - interval '70 days' where complaint = ? and done is null")
                .param(late)
                .update();
        UUID refused = handledByTheVillage("押金推诿件");
        jdbc.sql("update complaint set objections = 2 where id = ?")
                .param(refused)
                .update();
        UUID graded = handledByTheVillage("押金差评件");
        jdbc.sql("update complaint set grade = 1 where id = ?").param(graded).update();

        assertThat(candidates(hall.officer))
                .contains(late.toString(), refused.toString())
                .doesNotContain(graded.toString());
        assertThat(candidates(cityOfficer)).contains(late.toString(), refused.toString(), graded.toString());
        assertThat(candidates(villageHead)).doesNotContain(late.toString(), graded.toString());
        begins(late, hall.officer);
        assertThat(candidates(hall.officer)).doesNotContain(late.toString());
    }

    /** Art. 34: time that is left out for more than the one extension has is somebody's above to look at; a clock that stands is not late. */
    @Test
    void proposesWhatStandsStillForLong() {
        UUID still = handledByTheVillage("押金久停");
        UUID fresh = handledByTheVillage("押金刚停");
        for (UUID id : List.of(still, fresh)) {
            jdbc.sql("""
                            insert into complaint_stop (clock, started)
                            select id, started from complaint_clock where complaint = ? and code = 'petition-handling'""").param(id).update();
            jdbc.sql(
                            "update complaint_clock set due = now() - interval '1 day' where complaint = ? and code = 'petition-handling'")
                    .param(id)
                    .update();
        }
        jdbc.sql("""
                        update complaint_stop s set started = now() - interval '31 days' from complaint_clock k
                        where k.id = s.clock and k.complaint = ?""").param(still).update();
        assertThat(candidates(hall.officer))
                .contains(still.toString(), "中止超过 30 日")
                .doesNotContain(fresh.toString());
    }

    private String candidates(Staff reader) {
        String page = hall.pages.page(reader, LIST);
        int at = page.indexOf("id=\"candidates\"");
        return at < 0 ? "" : page.substring(at);
    }
}
