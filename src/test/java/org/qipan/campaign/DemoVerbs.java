package org.qipan.campaign;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.qipan.StoryClock;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.plan.Plan;
import org.qipan.plan.PlanPen;
import org.qipan.plan.PlanSamples;
import org.qipan.plan.Section;
import org.qipan.task.DemoDesk;
import org.qipan.workflow.EngineFixture;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The acts of a campaign, each by the person who does it. */
public class DemoVerbs {

    public static final String TOWN = PlanSamples.UNIT;
    public static final Post OFFICER = new Post("township-officer", TOWN);
    public static final Post LEADER = new Post("township-leader", TOWN);

    public final DemoPeople people;
    final DemoDesk desk;
    final Campaigns campaigns;
    final JdbcClient jdbc;
    private final RunningCampaign running;
    private final PlanPen pen;
    private final ChecklistEdits edits;
    private final EngineFixture engine;
    private final StoryClock clock;

    DemoVerbs(
            DemoPeople people,
            DemoDesk desk,
            Campaigns campaigns,
            JdbcClient jdbc,
            RunningCampaign running,
            PlanPen pen,
            ChecklistEdits edits,
            EngineFixture engine,
            StoryClock clock) {
        this.people = people;
        this.desk = desk;
        this.campaigns = campaigns;
        this.jdbc = jdbc;
        this.running = running;
        this.pen = pen;
        this.edits = edits;
        this.engine = engine;
        this.clock = clock;
    }

    public Staff officer() {
        return people.in(OFFICER);
    }

    public Staff leader() {
        return people.in(LEADER);
    }

    public UUID open(String name, Plan plan, boolean practice) {
        UUID id = campaigns.open(name, plan, null, practice, officer(), OFFICER);
        running.begin(id);
        return id;
    }

    /** Lets the engine go on to the moment of the story: stages open, work is handed down. */
    void goOn() {
        engine.runJobs(clock.instant());
    }

    void drafted(UUID campaign) {
        desk.complete(desk.item(campaign.toString(), CampaignProcess.DRAFT), officer());
    }

    void approved(UUID campaign, String remark) {
        desk.complete(
                desk.item(campaign.toString(), CampaignProcess.APPROVE),
                leader(),
                "decision",
                "approve",
                "remark",
                remark);
    }

    void planReturned(UUID campaign, Section section, String remark) {
        desk.giveBack(desk.item(campaign.toString(), CampaignProcess.APPROVE), leader(), Map.of(section.key(), remark));
    }

    void rewritten(UUID campaign, Section section, java.util.function.UnaryOperator<Plan> change) {
        pen.write(campaign, section, change, officer());
    }

    long stage(UUID campaign, int no) {
        return jdbc.sql("select id from campaign_stage where campaign = ? and no = ?")
                .params(campaign, no)
                .query(Long.class)
                .single();
    }

    /** The part of a unit in a stage. */
    long part(UUID campaign, int stage, String unit) {
        return jdbc.sql("select id from unit_stage where stage = ? and unit = ? order by round desc limit 1")
                .params(stage(campaign, stage), unit)
                .query(Long.class)
                .single();
    }

    /** Item of the task a part of a unit is at. */
    long item(UUID campaign, int stage, String unit, String key) {
        return desk.item(String.valueOf(part(campaign, stage, unit)), key);
    }

    /** Everything that has only to be confirmed. */
    void confirmed(UUID campaign, int stage, String unit, Staff by) {
        long us = part(campaign, stage, unit);
        jdbc.sql("""
                        select ci.id from campaign_item ci join campaign_unit cu on cu.campaign = ci.campaign and cu.unit = ?
                        where ci.stage = ? and ci.form = 'done' and """ + ItemRules.APPLIES + " order by ci.no")
                .params(unit, stage(campaign, stage))
                .query(Long.class)
                .list()
                .forEach(item -> edits.save(campaign, us, item, BigDecimal.ONE, null, by));
    }

    /** A number the unit states itself. */
    void counted(UUID campaign, int stage, String unit, int number, Staff by) {
        long us = part(campaign, stage, unit);
        jdbc.sql("select id from campaign_item where stage = ? and form = 'count' order by no")
                .param(stage(campaign, stage))
                .query(Long.class)
                .list()
                .forEach(item -> edits.save(campaign, us, item, BigDecimal.valueOf(number), null, by));
    }

    void worked(UUID campaign, int stage, String unit, Staff by) {
        desk.complete(item(campaign, stage, unit, CampaignProcess.WORK), by);
    }

    void submitted(UUID campaign, int stage, String unit, Staff by, String evaluation) {
        desk.complete(item(campaign, stage, unit, CampaignProcess.SUBMIT), by, "evaluation", evaluation);
    }

    void accepted(UUID campaign, int stage, String unit) {
        desk.complete(item(campaign, stage, unit, CampaignProcess.REVIEW), officer(), "decision", "accept");
    }

    /** @param remarks beginning of a task's name → what is to be changed */
    void returned(UUID campaign, int stage, String unit, Map<String, String> remarks) {
        Map<String, String> byItem = new java.util.LinkedHashMap<>();
        remarks.forEach((name, remark) -> byItem.put(
                jdbc.sql("select id from campaign_item where stage = ? and name = ?")
                        .params(stage(campaign, stage), name)
                        .query(String.class)
                        .single(),
                remark));
        desk.giveBack(item(campaign, stage, unit, CampaignProcess.REVIEW), officer(), byItem);
    }

    void closed(UUID campaign, int stage) {
        desk.complete(desk.item(campaign.toString(), CampaignProcess.CLOSE_STAGE, stage(campaign, stage)), leader());
        goOn();
    }

    /** 提前终止 */
    void cancelled(UUID campaign, String reason) {
        running.cancel(campaign, reason, leader(), LEADER);
        goOn();
    }
}
