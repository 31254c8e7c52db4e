package org.qipan.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.CasePage;
import org.qipan.worklist.WorkFacts;
import org.qipan.worklist.WorkItem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the tasks of both models are listed, shown and done in the worklist. */
@Component
class CampaignWork implements CasePage {

    private final JdbcClient jdbc;
    private final UnitWork units;
    private final PlanWork plans;
    private final ReportWork reports;
    private final PlanReview review;
    private final ChecklistPage checklists;
    private final CampaignAccess access;
    private final Directory directory;

    CampaignWork(
            JdbcClient jdbc,
            UnitWork units,
            PlanWork plans,
            ReportWork reports,
            PlanReview review,
            ChecklistPage checklists,
            CampaignAccess access,
            Directory directory) {
        this.access = access;
        this.jdbc = jdbc;
        this.units = units;
        this.plans = plans;
        this.reports = reports;
        this.review = review;
        this.checklists = checklists;
        this.directory = directory;
    }

    @Override
    public String kind() {
        return "campaign";
    }

    @Override
    public List<String> processes() {
        return List.of(CampaignProcess.CAMPAIGN, CampaignProcess.UNIT);
    }

    @Override
    public @Nullable String decidesOn(WorkItem item) {
        return CampaignProcess.decidesOn(item.key());
    }

    /**
     * The row of the part is locked for 核对报送: whoever changes the counter afterwards finds the new work item. The stage of 关闭阶段 is
     * the one that is open and has no such item yet, also when the projection is rebuilt long after.
     */
    @Override
    public WorkFacts facts(String process, String key, String ref) {
        if (process.equals(CampaignProcess.UNIT)) {
            boolean submit = key.equals(CampaignProcess.SUBMIT);
            StageFacts part = jdbc.sql("""
                            select us.campaign, us.unit, s.name, s.id as stage, s.opens, s.closes, us.open_lower,
                                s.paused or not cast(:review as boolean) and exists (
                                    select from unit_stage_item i where i.us = us.id and i.stopped_at is not null) as paused,
                                not cast(:review as boolean) and exists (
                                    select from unit_stage_item i where i.us = us.id and i.state = 'returned') as returned,
                                case when not cast(:review as boolean) then us.extended_to end as extended_to
                            from unit_stage us join campaign_stage s on s.id = us.stage where us.id = :us""" + (submit ? " for update of us" : ""))
                    .param("review", key.equals(CampaignProcess.REVIEW))
                    .param("us", Long.valueOf(ref))
                    .query(StageFacts.class)
                    .single();
            return part.facts(key.equals(CampaignProcess.REVIEW) ? reviewed(part) : part.name(), submit);
        }
        UUID campaign = UUID.fromString(ref);
        if (key.equals(CampaignProcess.CLOSE_STAGE)) {
            StageFacts stage =
                    jdbc.sql("""
                            select campaign, null as unit, name, id as stage, opens, closes, paused, 0 as open_lower, false as returned,
                                null::timestamptz as extended_to from campaign_stage s
                            where campaign = ? and state = 'OPEN' and not exists (
                                select from work_item w where w.stage = s.id and w.key = 'Task_CloseStage' and w.state = 'open')
                            order by opened_at desc nulls last, no limit 1""").param(campaign).query(StageFacts.class).single();
            return stage.facts(stage.name(), false);
        }
        return new WorkFacts(campaign, null, null, null, null, false, false, false, cameBack(campaign, key));
    }

    /** Whether the plan, or the package at the end, was sent back by the unit above. */
    private boolean cameBack(UUID campaign, String key) {
        String sql = switch (key) {
            case CampaignProcess.DRAFT ->
                "select returned <> '{}' from campaign_plan where campaign = ? order by version desc limit 1";
            case CampaignProcess.COMPILE ->
                "select true from work_item w join work_act a on a.item = w.id where w.case_id = ?"
                        + " and w.key = 'Task_AcceptCampaign' and a.act = 'returned' limit 1";
            default -> "";
        };
        return !sql.isEmpty()
                && jdbc.sql(sql).param(campaign).query(Boolean.class).optional().orElse(false);
    }

    /** Whoever reviews has one for each unit below, and must tell them apart. */
    private String reviewed(StageFacts part) {
        String unit = String.valueOf(part.unit());
        return directory.name(unit) + " · " + part.name();
    }

    @Override
    public boolean visible(UUID caseId, Staff reader) {
        return access.sees(caseId, reader);
    }

    @Override
    public void extended(WorkItem item, Instant due) {
        if (item.process().equals(CampaignProcess.UNIT) && !item.key().equals(CampaignProcess.REVIEW)) {
            jdbc.sql("update unit_stage set extended_to = ? where id = ?")
                    .params(due.atZone(Stages.ZONE).toOffsetDateTime(), Long.valueOf(item.ref()))
                    .update();
        }
    }

    @Override
    public String url(UUID caseId) {
        return "/campaigns/" + caseId;
    }

    @Override
    public List<Fact> summary(WorkItem item) {
        List<Fact> facts = new ArrayList<>();
        if (item.subject() != null) {
            facts.add(new Fact("campaign.work.stage", item.subject(), url(item.caseId()) + "/board"));
        }
        if (item.process().equals(CampaignProcess.UNIT)) {
            facts.addAll(checklists.summary(Long.parseLong(item.ref())));
        }
        return facts;
    }

    @Override
    public Prefill prefill(WorkItem item) {
        return ReportWork.serves(item) ? reports.prefill(item) : Prefill.NONE;
    }

    @Override
    public @Nullable Panel panel(WorkItem item, Staff by) {
        String back = "/tasks/" + item.id();
        if (item.process().equals(CampaignProcess.UNIT)) {
            boolean mayEdit = !item.key().equals(CampaignProcess.REVIEW);
            return new Panel(
                    "campaign/_checklist :: panel",
                    Map.of("checklist", checklists.view(item.caseId(), Long.parseLong(item.ref()), mayEdit, back)));
        }
        if (ReportWork.serves(item)) {
            return reports.panel(item);
        }
        return item.key().equals(CampaignProcess.APPROVE)
                ? new Panel("campaign/_plan-review :: panel", review.model(item.caseId(), back))
                : null;
    }

    @Override
    @SuppressWarnings("NullAway") // the engine keeps null variables; the contract's map does not say so
    public Map<String, Object> completing(WorkItem item, Map<String, Object> values, Staff by, Post as) {
        if (item.process().equals(CampaignProcess.UNIT)) {
            return units.completing(item, values, by, as);
        }
        return ReportWork.serves(item)
                ? reports.completing(item, values, by, as)
                : plans.completing(item, values, by, as);
    }

    @Override
    public Map<String, String> returnable(WorkItem item) {
        return switch (item.key()) {
            case CampaignProcess.REVIEW -> units.returnable(Long.parseLong(item.ref()));
            case CampaignProcess.APPROVE -> plans.returnable();
            default -> reports.returnable(item);
        };
    }
}
