package org.qipan.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseEvent;
import org.qipan.casefile.CaseFile;
import org.qipan.casefile.CaseFiles;
import org.qipan.plan.PlanText;
import org.qipan.plan.PlanText.Part;
import org.qipan.plan.Plans;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A campaign as its page prints it. */
@Component
class CampaignShow {

    private final Campaigns campaigns;
    private final Plans plans;
    private final PlanText text;
    private final CaseFiles files;
    private final CampaignAccess access;
    private final RunningCampaign running;
    private final Reporting reporting;
    private final JdbcClient jdbc;

    CampaignShow(
            Campaigns campaigns,
            Plans plans,
            PlanText text,
            CaseFiles files,
            CampaignAccess access,
            RunningCampaign running,
            Reporting reporting,
            JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.plans = plans;
        this.text = text;
        this.files = files;
        this.access = access;
        this.running = running;
        this.reporting = reporting;
        this.jdbc = jdbc;
    }

    record StageRow(long id, int no, String name, LocalDate opens, LocalDate closes, String state, boolean paused) {
        public String stateKey() {
            return paused ? "paused" : state.toLowerCase(java.util.Locale.ROOT);
        }
    }

    record UnitRow(String unit, String name, boolean withdrawn) {}

    /** @param may whether the reader may change the running campaign @param task address of his open task, null if none */
    record View(
            UUID id,
            String name,
            @Nullable String number,
            String state,
            boolean practice,
            @Nullable String endReason,
            boolean may,
            boolean drafting,
            @Nullable String task,
            List<StageRow> stages,
            List<UnitRow> units,
            List<Part> parts,
            List<Reporting.Link> papers,
            List<CaseEvent> timeline) {}

    View of(UUID id) {
        Campaign campaign = campaigns.get(id);
        CaseFile file = files.get(id);
        OptionalLong task = running.task(id, access.staff());
        List<UnitRow> units = jdbc.sql(
                        "select unit, withdrawn_at is not null as withdrawn from campaign_unit where campaign = ? order by unit")
                .param(id)
                .query((rs, n) -> new UnitRow(
                        rs.getString("unit"), access.name(rs.getString("unit")), rs.getBoolean("withdrawn")))
                .list();
        List<StageRow> stages = jdbc.sql(
                        "select id, no, name, opens, closes, state, paused from campaign_stage where campaign = ? order by no")
                .param(id)
                .query(StageRow.class)
                .list();
        boolean open = Campaign.State.OPEN.contains(campaign.state());
        return new View(
                id,
                campaign.name(),
                file.number(),
                campaign.state().key(),
                campaign.practice(),
                campaign.endReason(),
                open && access.running(campaign.unit()).isPresent(),
                campaign.state() == Campaign.State.DRAFT
                        && access.drafting(campaign.unit()).isPresent(),
                task.isPresent() ? "/tasks/" + task.getAsLong() : null,
                stages,
                units,
                text.of(plans.latest(id).plan()),
                reporting.papers(id, access.staff()),
                files.timeline(id));
    }
}
