package org.qipan.campaign;

import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the models call. Running instances hold on to these names: a method that was released stays. */
@Component("campaignSteps")
public class CampaignSteps {

    private final PlanFreezer plans;
    private final Stages stages;
    private final UnitStages units;
    private final OpenParts open;
    private final Campaigns campaigns;

    CampaignSteps(PlanFreezer plans, Stages stages, UnitStages units, OpenParts open, Campaigns campaigns) {
        this.plans = plans;
        this.stages = stages;
        this.units = units;
        this.open = open;
        this.campaigns = campaigns;
    }

    /** Freezes the approved plan into the rows the campaign runs on. */
    public void issue(String campaign) {
        plans.freeze(UUID.fromString(campaign));
    }

    /** Ids of the stages, in the order of the plan. */
    public List<Long> stages(String campaign) {
        return stages.of(UUID.fromString(campaign));
    }

    /** When a stage begins; in the past means at once. */
    public Date opens(long stage) {
        return Date.from(stages.opening(stage));
    }

    public void openStage(long stage) {
        stages.open(stage);
    }

    /** The last stage is closed: what is left is to report. */
    public void stagesDone(String campaign) {
        campaigns.report(UUID.fromString(campaign));
    }

    /** Takes back up to a hundred units' parts; whether there are more. */
    public boolean cancel(String campaign) {
        return open.takeBack(UUID.fromString(campaign));
    }

    /** The circular is signed: takes back up to a hundred parts that were never finished; whether there are more. */
    public boolean windUp(String campaign) {
        return open.takeBack(UUID.fromString(campaign));
    }

    /** Hands a stage down to up to a hundred lower units; whether there are more. */
    public boolean handDown(long us) {
        return units.handDown(us);
    }

    public void accepted(long us) {
        units.accepted(us);
    }

    public void withdrawn(long us) {
        units.withdrawn(us);
    }
}
