package org.qipan.campaign;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.campaign.IssuedPlans.Line;
import org.qipan.campaign.PlanStore.Version;
import org.springframework.stereotype.Component;

/** What fragment {@code campaign/_plan-review :: panel} shows to the leader: the plan to read, a remark beside each section. */
@Component
class PlanReview {

    private final Campaigns campaigns;
    private final PlanText text;
    private final CampaignAccess access;

    PlanReview(Campaigns campaigns, PlanText text, CampaignAccess access) {
        this.campaigns = campaigns;
        this.text = text;
        this.access = access;
    }

    record Reviewed(String key, List<Line> lines, @Nullable String remark) {}

    /** @param decide whether the reader may mark sections @param back page to return to */
    record View(UUID id, boolean decide, String back, List<Reviewed> sections) {}

    Map<String, Object> model(UUID campaign, String back) {
        Campaign found = campaigns.get(campaign);
        Version version = campaigns.plan(campaign);
        boolean decide = found.state() == Campaign.State.APPROVAL
                && access.leading(found.unit()).isPresent();
        List<Reviewed> sections = text.of(version.plan()).stream()
                .map(p -> new Reviewed(
                        p.key(),
                        p.lines(),
                        version.returned().get(Section.of(p.key()).orElseThrow())))
                .toList();
        return Map.of("review", new View(campaign, decide, back, sections));
    }
}
