package org.qipan.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final UnitRecall recall;
    private final PlanWork plans;
    private final ReportWork reports;
    private final PlanReview review;
    private final ChecklistPage checklists;
    private final CampaignAccess access;
    private final CampaignFacts facts;

    CampaignWork(
            JdbcClient jdbc,
            UnitWork units,
            UnitRecall recall,
            PlanWork plans,
            ReportWork reports,
            PlanReview review,
            ChecklistPage checklists,
            CampaignAccess access,
            CampaignFacts facts) {
        this.access = access;
        this.jdbc = jdbc;
        this.units = units;
        this.recall = recall;
        this.plans = plans;
        this.reports = reports;
        this.review = review;
        this.checklists = checklists;
        this.facts = facts;
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

    @Override
    public WorkFacts facts(String process, String key, String ref) {
        return facts.of(process, key, ref);
    }

    @Override
    public boolean visible(UUID caseId, Staff reader) {
        return access.sees(caseId, reader);
    }

    @Override
    public void extended(WorkItem item, Instant due, String reason) {
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
    public @Nullable String recallable(WorkItem done) {
        return recall.recallable(done);
    }

    @Override
    public void recall(WorkItem done) {
        recall.recall(done);
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
