package org.qipan.campaign;

import jakarta.servlet.http.HttpServletResponse;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.qipan.plan.Section;
import org.qipan.worklist.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the leader notes beside the sections of a plan, before deciding in the task. */
@Controller
class PlanReviewController {

    private final Campaigns campaigns;
    private final PlanReview review;
    private final CampaignAccess access;
    private final CampaignTexts texts;

    PlanReviewController(Campaigns campaigns, PlanReview review, CampaignAccess access, CampaignTexts texts) {
        this.campaigns = campaigns;
        this.review = review;
        this.access = access;
        this.texts = texts;
    }

    @PostMapping("/campaigns/{id}/plan/review/{section}")
    String review(
            @PathVariable UUID id,
            @PathVariable String section,
            @RequestParam(defaultValue = "") String remark,
            @RequestParam(defaultValue = "") String mark,
            @RequestParam(defaultValue = "") String back,
            Model model,
            HttpServletResponse response) {
        access.leading(access.visible(id).unit()).orElseThrow(CampaignAccess::denied);
        Section part = Section.of(section).orElseThrow(() -> new NoSuchElementException(section));
        String returnTo = back.matches("/tasks/\\d+") ? back : "/campaigns/" + id;
        String said = remark.isBlank() ? texts.get("campaign.review.please") : remark;
        try {
            campaigns.mark(id, part, mark.equals("return") ? said : null);
        } catch (Refused refused) {
            // the task's own page belongs to another module; the plan is shown here once more, with what was typed
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("name", campaigns.get(id).name());
            model.addAttribute("refused", texts.of(refused));
            model.addAttribute("review", review.view(id, returnTo, section, remark));
            return "campaign/plan-review";
        }
        return "redirect:" + returnTo + "#" + section;
    }
}
