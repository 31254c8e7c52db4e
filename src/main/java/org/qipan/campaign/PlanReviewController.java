package org.qipan.campaign;

import java.util.NoSuchElementException;
import java.util.UUID;
import org.qipan.plan.Section;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the leader notes beside the sections of a plan, before deciding in the task. */
@Controller
class PlanReviewController {

    private final Campaigns campaigns;
    private final CampaignAccess access;
    private final CampaignTexts texts;

    PlanReviewController(Campaigns campaigns, CampaignAccess access, CampaignTexts texts) {
        this.campaigns = campaigns;
        this.access = access;
        this.texts = texts;
    }

    @PostMapping("/campaigns/{id}/plan/review/{section}")
    String review(
            @PathVariable UUID id,
            @PathVariable String section,
            @RequestParam(defaultValue = "") String remark,
            @RequestParam(defaultValue = "") String mark,
            @RequestParam(defaultValue = "") String back) {
        access.leading(access.visible(id).unit()).orElseThrow(CampaignAccess::denied);
        Section part = Section.of(section).orElseThrow(() -> new NoSuchElementException(section));
        boolean returned = mark.equals("return");
        campaigns.mark(id, part, returned ? (remark.isBlank() ? texts.get("campaign.review.please") : remark) : null);
        return "redirect:" + (back.matches("/tasks/\\d+") ? back : "/campaigns/" + id) + "#" + section;
    }
}
