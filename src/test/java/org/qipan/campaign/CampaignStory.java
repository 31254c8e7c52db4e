package org.qipan.campaign;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.workflow.EngineFixture;
import org.qipan.workflow.Workflow;
import org.qipan.worklist.WorkItem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells a campaign: a city, its town, the town's villages, and what each of them does. */
class CampaignStory {

    static final String CITY = "442000000000";
    static final String TOWN = "442000007000";
    static final Staff STAFF = new Staff(UUID.randomUUID(), "someone", "someone", true, List.of());
    static final Post POST = new Post("township-officer", TOWN);

    private final JdbcClient jdbc;
    private final Workflow workflow;
    private final EngineFixture engine;
    private final TransactionTemplate transaction;
    private final CampaignNode.OpenItems items;
    private final CampaignWork work;
    private final Stages stages;

    UUID campaign = new UUID(0, 0);
    long stage;

    CampaignStory(
            JdbcClient jdbc,
            Workflow workflow,
            EngineFixture engine,
            TransactionTemplate transaction,
            CampaignNode.OpenItems items,
            CampaignWork work,
            Stages stages) {
        this.jdbc = jdbc;
        this.workflow = workflow;
        this.engine = engine;
        this.transaction = transaction;
        this.items = items;
        this.work = work;
        this.stages = stages;
    }

    static String village(int number) {
        return "442000007%03d".formatted(number);
    }

    /** Rows of a campaign of the city with one stage, not begun. */
    void planned(int villages) {
        campaign = UUID.randomUUID();
        jdbc.sql("""
                insert into campaign (id, unit, owner_area, name, state, created_by, created_at)
                values (?, ?, 442000000000, '服务月', 'RUNNING', ?, '2026-06-01T00:00:00Z')""").params(campaign, CITY, STAFF.id()).update();
        stage = addStage(1, LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 30));
        join(CITY, null, "prefecture");
        join(TOWN, CITY, "township");
        for (int i = 1; i <= villages; i++) {
            join(village(i), TOWN, "village");
        }
        item(1, "village", "count", 2);
        item(2, "village", "text", null);
    }

    /** The same, with the stage open and everything handed down. */
    void begun(int villages) {
        planned(villages);
        inTransaction(() -> stages.open(stage));
        engine.runJobs();
    }

    long addStage(int no, LocalDate opens, LocalDate closes) {
        return jdbc.sql(
                        "insert into campaign_stage (campaign, no, name, opens, closes) values (?, ?, ?, ?, ?) returning id")
                .params(campaign, no, "阶段" + no, opens, closes)
                .query(Long.class)
                .single();
    }

    void item(int no, String kind, String form, Integer minimum) {
        jdbc.sql(
                        "insert into campaign_item (campaign, stage, no, name, unit_kind, form, minimum) values (?, ?, ?, ?, ?, ?, ?)")
                .params(java.util.Arrays.asList(campaign, stage, no, "事项" + no, kind, form, minimum))
                .update();
    }

    void join(String unit, String upper, String kind) {
        jdbc.sql("insert into campaign_unit (campaign, unit, upper, kind, joined_at) values (?, ?, ?, ?, ?)")
                .params(java.util.Arrays.asList(
                        campaign, unit, upper, kind, OffsetDateTime.parse("2026-06-01T00:00:00Z")))
                .update();
    }

    /** The latest part of a unit in the stage. */
    long part(String unit) {
        return jdbc.sql("select id from unit_stage where stage = ? and unit = ? order by round desc limit 1")
                .params(stage, unit)
                .query(Long.class)
                .single();
    }

    String state(String unit) {
        return jdbc.sql("select state from unit_stage where id = ?")
                .param(part(unit))
                .query(String.class)
                .single();
    }

    int openLower(String unit) {
        return jdbc.sql("select open_lower from unit_stage where id = ?")
                .param(part(unit))
                .query(Integer.class)
                .single();
    }

    WorkItem item(String unit, String key) {
        return items.of(String.valueOf(part(unit)), key)
                .orElseThrow(() -> new AssertionError("no open " + key + " of " + unit));
    }

    boolean has(String unit, String key) {
        return items.of(String.valueOf(part(unit)), key).isPresent();
    }

    /** Does a task as the worklist does: the rules of the capability first, then the engine, in one transaction. */
    void does(WorkItem item, Map<String, Object> values) {
        inTransaction(() -> workflow.complete(item.task(), work.completing(item, values, STAFF, item.post())));
    }

    void works(String unit) {
        does(item(unit, CampaignProcess.WORK), Map.of());
    }

    void submits(String unit, String reason) {
        Map<String, Object> values = new HashMap<>(Map.of("evaluation", "做完了"));
        if (reason != null) {
            values.put("reason", reason);
        }
        does(item(unit, CampaignProcess.SUBMIT), values);
    }

    void accepts(String unit) {
        does(item(unit, CampaignProcess.REVIEW), Map.of("decision", "accept"));
    }

    /** Everything a unit has to do until the level above has accepted it. */
    void finishes(String unit) {
        works(unit);
        submits(unit, "见备注");
        if (has(unit, CampaignProcess.REVIEW)) {
            accepts(unit);
        }
    }

    void inTransaction(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    /** Parts whose counter is not the number of open parts below; empty if all is well. */
    List<Long> drift() {
        return jdbc.sql("""
                        select u.id from unit_stage u where u.campaign = ?
                          and u.open_lower <> (select count(*) from unit_stage c where c.upper = u.id and c.state = 'open')""").param(campaign).query(Long.class).list();
    }
}
