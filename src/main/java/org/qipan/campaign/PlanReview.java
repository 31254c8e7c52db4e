package org.qipan.campaign;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.plan.PlanText;
import org.qipan.plan.PlanText.Line;
import org.qipan.plan.Plans;
import org.qipan.plan.Plans.Version;
import org.qipan.plan.Section;
import org.springframework.stereotype.Component;

/** What fragment {@code campaign/_plan-review :: panel} shows to the leader: the plan to read, a remark beside each section. */
@Component
class PlanReview {

    private final Campaigns campaigns;
    private final Plans plans;
    private final PlanText text;
    private final CampaignAccess access;

    PlanReview(Campaigns campaigns, Plans plans, PlanText text, CampaignAccess access) {
        this.campaigns = campaigns;
        this.plans = plans;
        this.text = text;
        this.access = access;
    }

    /** @param gist what is read before the section is unfolded */
    record Reviewed(
            String key,
            String gist,
            List<Line> lines,
            @Nullable String remark) {}

    /**
     * The plan beside the task.
     *
     * @param decide whether the reader may mark sections
     * @param back page to return to
     * @param refused key of the section whose remark could not be kept, null if none
     * @param typed that remark
     */
    record View(
            UUID id,
            boolean decide,
            String back,
            List<Reviewed> sections,
            @Nullable String refused,
            @Nullable String typed) {}

    Map<String, Object> model(UUID campaign, String back) {
        return Map.of("review", view(campaign, back, null, null));
    }

    View view(UUID campaign, String back, @Nullable String refused, @Nullable String typed) {
        Campaign found = campaigns.get(campaign);
        Version version = plans.latest(campaign);
        boolean decide = found.state() == Campaign.State.APPROVAL
                && access.leading(found.unit()).isPresent();
        List<Reviewed> sections = text.of(version.plan()).stream()
                .map(p -> new Reviewed(
                        p.key(),
                        p.gist(),
                        p.lines(),
                        version.returned().get(Section.of(p.key()).orElseThrow())))
                .toList();
        return new View(campaign, decide, back, sections, refused, typed);
    }
}
