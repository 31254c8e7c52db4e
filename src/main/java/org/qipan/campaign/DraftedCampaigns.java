package org.qipan.campaign;

import java.util.Optional;
import java.util.UUID;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.plan.PlannedCampaigns;
import org.springframework.stereotype.Component;

/** What the pages of a plan may know of its campaign. */
@Component
class DraftedCampaigns implements PlannedCampaigns {

    private final Campaigns campaigns;
    private final CampaignAccess access;
    private final RunningCampaign running;

    DraftedCampaigns(Campaigns campaigns, CampaignAccess access, RunningCampaign running) {
        this.campaigns = campaigns;
        this.access = access;
        this.running = running;
    }

    @Override
    public Planned get(UUID id) {
        Campaign campaign = campaigns.get(id);
        String state = campaign.state().key();
        return new Planned(
                id,
                campaign.name(),
                campaign.unit(),
                campaign.practice(),
                "campaign.state." + state,
                campaign.state() == Campaign.State.DRAFT ? null : "campaign.refused.state." + state);
    }

    @Override
    public void visible(UUID campaign) {
        access.visible(campaign);
    }

    @Override
    public Optional<Post> drafting(String unit) {
        return access.drafting(unit);
    }

    @Override
    public void submit(UUID campaign, Staff by, Post as) {
        running.submit(campaign, by, as);
    }
}
