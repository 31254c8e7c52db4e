package org.qipan.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.qipan.Replay;
import org.qipan.SignedIn;
import org.qipan.complaint.Matter;
import org.qipan.complaint.PetitionHall;
import org.qipan.complaint.Petitioner;
import org.qipan.directory.Staff;
import org.qipan.task.DemoDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** 办理记录: who writes it, who reads it, and who never does. */
@Replay
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JournalTests {

    private static final String SAID = "zeisig-journal 房东说押金抵了水电费。";

    @Autowired
    private PetitionHall hall;

    @Autowired
    private Petitioner petitioner;

    @Autowired
    private DemoDesk desk;

    @Autowired
    private JdbcClient jdbc;

    private Staff helper;

    @BeforeAll
    void everybodyIsThere() {
        helper = hall.in("department-officer", Matter.OTHER_OFFICE);
    }

    private MockHttpServletResponse writes(Staff by, String task, String kind, String text, String... more) {
        String[] fields = new String[6 + more.length];
        System.arraycopy(new String[] {"kind", kind, "day", LocalDate.now().toString(), "text", text}, 0, fields, 0, 6);
        System.arraycopy(more, 0, fields, 6, more.length);
        return hall.pages.send(by, task + "/journal", fields);
    }

    @Test
    void theHandlingUnitWritesAndTheDeskAndTheSignerRead() {
        UUID id = hall.handled(Matter.named());
        assertThat(hall.pages.page(hall.handler, hall.task(id))).contains(hall.task(id) + "/journal");
        assertThat(hall.pages.page(hall.handler, hall.task(id) + "/journal")).contains("上门走访");
        assertThat(writes(hall.handler, hall.task(id), "visit", SAID).getStatus())
                .isEqualTo(303);
        assertThat(hall.pages.page(hall.handler, hall.task(id))).contains(SAID);
        assertThat(hall.pages.page(hall.officer, "/complaints/" + id)).contains(SAID, "办理记录");
        desk.complete(desk.item(id.toString(), "Task_Handle"), hall.handler, Matter.opinion());
        assertThat(hall.pages.page(hall.leader, "/tasks/" + desk.item(id.toString(), "Task_Sign")))
                .as("shown beside the opinion")
                .contains(SAID);
        assertThat(petitioner.of(id).toString()).doesNotContain("zeisig-journal");
        assertThat(SignedIn.text(hall.pages.ask(helper, get("/complaints/" + id))))
                .doesNotContain("zeisig-journal");
    }

    @Test
    void whoeverHelpsWritesAndReadsHisOwnEntriesOnly() {
        UUID id = hall.handled(Matter.named());
        writes(hall.handler, hall.task(id), "call", SAID);
        assertThat(hall.pages
                        .send(
                                hall.handler,
                                hall.task(id) + "/joints",
                                "unit",
                                Matter.OTHER_OFFICE,
                                "question",
                                "请核实",
                                "until",
                                LocalDate.now().plusDays(3).toString())
                        .getStatus())
                .isEqualTo(303);
        long asked = jdbc.sql("select id from work_item where case_id = ? and process = 'joint' and state = 'open'")
                .param(id)
                .query(Long.class)
                .single();
        assertThat(hall.pages.page(helper, "/tasks/" + asked)).doesNotContain("zeisig-journal");
        assertThat(writes(helper, "/tasks/" + asked, "evidence", "已调取水电表读数。").getStatus())
                .isEqualTo(303);
        assertThat(hall.pages.page(helper, "/tasks/" + asked))
                .contains("已调取水电表读数")
                .doesNotContain("zeisig-journal");
        assertThat(hall.pages.page(hall.handler, hall.task(id))).contains("已调取水电表读数", SAID);
    }

    /** Art. 33: both sides consent to 调解 and 和解. */
    @Test
    void aMediationNeedsTheConsentOfBoth() {
        UUID id = hall.handled(Matter.named());
        MockHttpServletResponse refused = writes(hall.handler, hall.task(id), "mediation", "房东退一半押金。", "agreed", "yes");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(refused)).contains("第三十三条", "房东退一半押金。");
        assertThat(writes(hall.handler, hall.task(id), "mediation", "房东退一半押金。", "both", "yes", "agreed", "yes")
                        .getStatus())
                .isEqualTo(303);
        assertThat(hall.pages.page(hall.officer, "/complaints/" + id)).contains("达成一致", "房东退一半押金。");
    }

    @Test
    void refusesWhatHasNotHappenedYetAndKeepsWhatWasTyped() {
        UUID id = hall.handled(Matter.named());
        MockHttpServletResponse refused = hall.pages.send(
                hall.handler,
                hall.task(id) + "/journal",
                "kind",
                "call",
                "day",
                LocalDate.now().plusDays(1).toString(),
                "text",
                "已约明天通话。");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(refused)).contains("已约明天通话。", "不晚于今天");
        long item = desk.item(hall.filed().toString(), "Task_Sort");
        assertThat(writes(hall.officer, "/tasks/" + item, "call", "x").getStatus())
                .as("sorting is not handling")
                .isEqualTo(422);
    }

    @Test
    void ofASealedMatterItLiesInTheVault() {
        UUID id = hall.handled(Matter.anonymous());
        String said = "zeisig-sealed 房东不开门。";
        assertThat(writes(hall.handler, hall.task(id), "visit", said).getStatus())
                .isEqualTo(303);
        assertThat(hall.pages.page(hall.officer, "/complaints/" + id)).contains(said);
        for (String table : List.of("journal_entry", "case_event", "audit", "work_item")) {
            assertThat(jdbc.sql("select count(*) from " + table + " t where t::text like '%zeisig-sealed%'")
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void aFileOfAnEntryIsReadByWhoeverReadsTheEntry() {
        UUID id = hall.handled(Matter.named());
        var request = MockMvcRequestBuilders.multipart(hall.task(id) + "/journal")
                .file(new MockMultipartFile("file", "读数.txt", "text/plain", "水表 12".getBytes(StandardCharsets.UTF_8)))
                .param("idempotencyKey", UUID.randomUUID().toString())
                .param("kind", "evidence")
                .param("day", LocalDate.now().toString())
                .param("text", "见附件。");
        assertThat(hall.pages.ask(hall.handler, request).getStatus()).isEqualTo(303);
        UUID file = jdbc.sql(
                        "select file from journal_file f join journal_entry e on e.id = f.entry where e.complaint = ?")
                .param(id)
                .query(UUID.class)
                .single();
        assertThat(hall.pages.ask(hall.officer, get("/files/" + file)).getStatus())
                .isEqualTo(200);
        assertThat(hall.pages.ask(helper, get("/files/" + file)).getStatus()).isEqualTo(404);
    }
}
