package org.qipan.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.Replay;
import org.qipan.StoryClock;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.plan.PlanSamples;
import org.qipan.report.DemoReports;
import org.qipan.workflow.EngineFixture;
import org.qipan.worklist.WorkItem;
import org.qipan.worklist.Worklist;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The campaign of 2018 at its own dates: approved on the 6th of June, a month after its first stage was to begin and end (初, 上旬), with
 * a third stage that waits for the middle of July. Engine and product are both taken back to that year, in a context
 * and on a database of their own.
 */
@Replay
class ReplayTests {

    private static final String TOWN = DemoVerbs.TOWN;
    private static final Post CITY = new Post("city-officer", "442000000000");

    @Autowired
    private DemoVerbs verbs;

    @Autowired
    private DemoRecords records;

    @Autowired
    private DemoReports reports;

    @Autowired
    private PlanSamples samples;

    @Autowired
    private StoryClock clock;

    @Autowired
    private EngineFixture engine;

    @Autowired
    private ChecklistEdits edits;

    @Autowired
    private Worklist worklist;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private UUID campaign;

    @BeforeEach
    void people() {
        verbs.people.arrive();
        on("2018-06-01T09:00");
        campaign = transaction.execute(s -> verbs.open("民众镇2018年新市民集中服务活动", samples.minzhong(), false));
    }

    @AfterEach
    void home() {
        clock.end();
        engine.present();
    }

    private void on(String localTime) {
        Instant moment = OffsetDateTime.parse(localTime + ":00+08:00").toInstant();
        clock.tell(moment);
        engine.at(moment);
    }

    private Map<String, String> stages() {
        Map<String, String> states = new TreeMap<>();
        jdbc.sql("select name, state from campaign_stage where campaign = ?")
                .param(campaign)
                .query(row -> {
                    states.put(row.getString("name"), row.getString("state"));
                });
        return states;
    }

    private String state() {
        return jdbc.sql("select state from campaign where id = ?")
                .param(campaign)
                .query(String.class)
                .single();
    }

    private void issued() {
        verbs.drafted(campaign);
        on("2018-06-06T10:00");
        verbs.approved(campaign, "同意印发。");
        verbs.goOn();
    }

    @Test
    void aStageThatBeganBeforeTheApprovalOpensAtOnceAndTheLastWaitsForItsDay() {
        issued();
        assertThat(stages()).isEqualTo(Map.of("宣传发动", "OPEN", "走访服务", "OPEN", "评估总结", "PLANNED"));
        WorkItem banner = worklist.find(verbs.item(campaign, 1, DemoVillages.RETURNED, CampaignProcess.WORK))
                .orElseThrow();
        assertThat(banner.started()).isEqualTo("2018-04-30T16:00:00Z");
        assertThat(banner.due()).as("the whole of the first ten days of May").isEqualTo("2018-05-10T16:00:00Z");

        on("2018-07-10T23:59");
        verbs.goOn();
        assertThat(stages()).containsEntry("评估总结", "PLANNED");
        on("2018-07-11T00:00");
        verbs.goOn();
        assertThat(stages()).containsEntry("评估总结", "OPEN");
    }

    @Test
    void runsFromTheApprovalToTheCircularOn19Villages() {
        issued();
        first();
        second();
        on("2018-07-11T08:00");
        verbs.goOn();
        third();
        assertThat(stages())
                .containsOnly(Map.entry("宣传发动", "CLOSED"), Map.entry("走访服务", "CLOSED"), Map.entry("评估总结", "CLOSED"));
        assertThat(jdbc.sql("select state, count(*) from unit_stage where campaign = ? group by 1")
                        .param(campaign)
                        .query((row, n) -> row.getString(1) + " " + row.getInt(2))
                        .list())
                .as("19 villages and the town three times, three departments once")
                .containsExactly("accepted 63");

        on("2018-07-25T09:00");
        reports.modelCase(campaign, TOWN, verbs.officer(), verbs.leader());
        verbs.desk.complete(
                verbs.desk.item(campaign.toString(), CampaignProcess.COMPILE),
                verbs.officer(),
                "summary",
                "活动按方案完成。",
                "confirmed",
                "true");
        assertThat(state()).isEqualTo("ACCEPTANCE");
        verbs.desk.complete(
                verbs.desk.item(campaign.toString(), CampaignProcess.ACCEPT),
                verbs.people.in(CITY),
                "decision",
                "accept");
        assertThat(state()).isEqualTo("CIRCULAR");
        verbs.desk.complete(
                verbs.desk.item(campaign.toString(), CampaignProcess.SIGN),
                verbs.leader(),
                "title",
                "关于2018年活动情况的通报",
                "content",
                "各村（社区）、各部门按方案完成了活动。");
        assertThat(state()).isEqualTo("CLOSED");
        assertThat(jdbc.sql("select count(*) from work_item where case_id = ? and state = 'open'")
                        .param(campaign)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select number from case_file where id = ?")
                        .param(campaign)
                        .query(String.class)
                        .single())
                .matches("民众〔2018〕\\d号");
    }

    /** Work of May is recorded in June, and counts. */
    private void first() {
        DemoVillages.all().forEach(village -> {
            did("village-worker", village, "banner", 2, "2018-05-03");
            finish(1, village, "village-worker", "village-head");
        });
        did("township-officer", TOWN, "broadcast", 30, "2018-05-09");
        verbs.confirmed(campaign, 1, TOWN, verbs.officer());
        top(1);
    }

    private void second() {
        on("2018-06-28T10:00");
        DemoVillages.all().forEach(village -> {
            did("village-worker", village, "visit-rental", 20, "2018-06-12");
            did("village-worker", village, "consultation", 10, "2018-06-13");
            did("village-worker", village, "lecture", 1, "2018-06-14");
            did("village-worker", village, "notice-board", 1, "2018-06-15");
            finish(2, village, "village-worker", "village-head");
        });
        for (String unit : List.of("-03", "-07", "-10")) {
            verbs.confirmed(campaign, 2, TOWN + unit, verbs.people.in("department-officer", TOWN + unit));
            finish(2, TOWN + unit, "department-officer", "department-officer");
        }
        top(2);
    }

    private void third() {
        DemoVillages.all().forEach(village -> {
            did("village-worker", village, "model-case", 1, "2018-07-06");
            long us = verbs.part(campaign, 3, village);
            long text = jdbc.sql("select id from campaign_item where stage = ? and form = 'text'")
                    .param(verbs.stage(campaign, 3))
                    .query(Long.class)
                    .single();
            edits.save(campaign, us, text, null, "居民欢迎上门说明。", verbs.people.in("village-worker", village));
            finish(3, village, "village-worker", "village-head");
        });
        top(3);
    }

    private void did(String role, String unit, String kind, int quantity, String day) {
        Post post = new Post(role, unit);
        Staff by = verbs.people.in(post);
        records.record(
                new DemoRecords.Coming(LocalDate.parse(day), by, post, kind, quantity, null, null, null), campaign);
    }

    private void finish(int stage, String unit, String worker, String head) {
        verbs.worked(campaign, stage, unit, verbs.people.in(worker, unit));
        verbs.submitted(campaign, stage, unit, verbs.people.in(head, unit), "已完成。");
        verbs.accepted(campaign, stage, unit);
    }

    private void top(int stage) {
        verbs.worked(campaign, stage, TOWN, verbs.officer());
        verbs.submitted(campaign, stage, TOWN, verbs.leader(), "全街道已完成。");
        verbs.closed(campaign, stage);
    }
}
