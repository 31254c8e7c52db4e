package org.qipan.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseFiles;
import org.qipan.directory.Directory;
import org.qipan.directory.Unit;
import org.qipan.plan.Plan;
import org.qipan.plan.PlanTask;
import org.qipan.plan.Plans;
import org.qipan.plan.Plans.Version;
import org.qipan.plan.Section;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the stages, the tasks and the units of an approved plan. A repeated call changes nothing: the process may retry. */
@Component
class StageFreezer implements PlanFreezer {

    /** 文号 of the unit's plans, gap-free by year. */
    static final String SERIES = "campaign";

    private final CampaignRepository campaigns;
    private final Plans plans;
    private final Directory directory;
    private final UnitsOfPlan taking;
    private final CaseFiles files;
    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Clock clock;

    StageFreezer(
            CampaignRepository campaigns,
            Plans plans,
            Directory directory,
            CaseFiles files,
            JdbcClient jdbc,
            MessageSource messages,
            Clock clock) {
        this.campaigns = campaigns;
        this.plans = plans;
        this.directory = directory;
        this.taking = new UnitsOfPlan(directory);
        this.files = files;
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void freeze(UUID id) {
        Campaign campaign = campaigns.findById(id).orElseThrow();
        Version version = plans.lock(id);
        if (version.issuedAt() != null) {
            return;
        }
        Plan plan = version.plan();
        Instant now = clock.instant();
        Unit owner = directory.unit(campaign.unit());
        List<Long> stages = new ArrayList<>();
        for (int i = 0; i < plan.stages().size(); i++) {
            stages.add(stage(id, i + 1, plan.stages().get(i)));
        }
        int no = 0;
        for (PlanTask task : plan.tasks()) {
            item(id, stages.get(task.stage() - 1), ++no, task);
        }
        for (PlanTask have : haves(plan, owner)) {
            item(id, stages.get(0), ++no, have);
        }
        taking.of(plan, owner).forEach((unit, upper) -> join(id, unit, upper, now));
        plans.issue(version);
        // 演练 is never published, so it takes no number from the series
        if (!campaign.practice()) {
            files.number(id, SERIES);
        }
        campaign.issue(
                plan.stages().stream()
                        .map(s -> s.opens().first())
                        .min(LocalDate::compareTo)
                        .orElseThrow(),
                plan.stages().stream()
                        .map(s -> s.closes().last())
                        .max(LocalDate::compareTo)
                        .orElseThrow());
        campaigns.saveAndFlush(campaign);
    }

    private long stage(UUID campaign, int no, Plan.Stage stage) {
        return jdbc.sql("""
                insert into campaign_stage (campaign, no, name, opens, closes, reason_allowed)
                values (?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        campaign,
                        no,
                        stage.name(),
                        stage.opens().first(),
                        stage.closes().last(),
                        stage.reasonAllowed())
                .query(Long.class)
                .single();
    }

    private void item(UUID campaign, long stage, int no, PlanTask task) {
        jdbc.sql("""
                insert into campaign_item (campaign, stage, no, name, unit_kind, lead_unit, assisting, form, minimum, measure,
                    unit_of_measure, duty_item, basis, minutes, due)
                values (:campaign, :stage, :no, :name, :kind, :lead, :assisting, :form, :minimum, :measure,
                    :unitOfMeasure, :duty, :basis, :minutes, :due)""")
                .param("campaign", campaign)
                .param("stage", stage)
                .param("no", no)
                .param("name", task.name())
                .param("kind", task.unitKind())
                .param("lead", task.lead())
                .param("assisting", task.assisting().toArray(String[]::new))
                .param("form", task.form())
                .param("minimum", task.minimum())
                .param("measure", task.measure())
                .param("unitOfMeasure", task.unitOfMeasure())
                .param("duty", task.dutyItem())
                .param("basis", task.basis())
                .param("minutes", task.minutes())
                .param("due", task.due() == null ? null : task.due().last())
                .update();
    }

    /** 五有 are the owner's to confirm, not the villages'. */
    private List<PlanTask> haves(Plan plan, Unit owner) {
        return Section.HAVES.stream()
                .filter(have -> plan.have(have).confirm())
                .map(have -> new PlanTask(
                        messages.getMessage("plan.section." + have.key(), null, java.util.Locale.SIMPLIFIED_CHINESE),
                        "",
                        plan.group().office(),
                        List.of(),
                        1,
                        owner.kind().key(),
                        "done",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        0,
                        0))
                .toList();
    }

    private void join(UUID campaign, Unit unit, @Nullable String upper, Instant at) {
        jdbc.sql("insert into campaign_unit (campaign, unit, upper, kind, joined_at) values (?, ?, ?, ?, ?)")
                .params(campaign, unit.code(), upper, unit.kind().key(), at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
