package org.qipan.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Post;
import org.qipan.worklist.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done with a plan beside writing it: 送审, 系统已有，去掉填报, giving up what was not saved. */
@Controller
@RequestMapping("/campaigns/{id}/plan")
class PlanActController {

    private final PlannedCampaigns campaigns;
    private final PlanDrafts drafts;
    private final UnsavedSections unsaved;
    private final PlanPage page;
    private final CurrentStaff current;
    private final PlanTexts texts;

    PlanActController(
            PlannedCampaigns campaigns,
            PlanDrafts drafts,
            UnsavedSections unsaved,
            PlanPage page,
            CurrentStaff current,
            PlanTexts texts) {
        this.campaigns = campaigns;
        this.drafts = drafts;
        this.unsaved = unsaved;
        this.page = page;
        this.current = current;
        this.texts = texts;
    }

    @PostMapping("/submission")
    String submit(@PathVariable UUID id, Model model, HttpServletResponse response, RedirectAttributes flash) {
        Post as = campaigns.drafter(id);
        try {
            unsaved.refuse(id, current.get().id());
            campaigns.submit(id, current.get(), as);
        } catch (Refused refused) {
            return refused(id, refused, model, response);
        }
        flash.addFlashAttribute("notice", texts.get("plan.submitted"));
        return "redirect:/campaigns/" + id;
    }

    /** The system already counts it: the village need not fill it in. */
    @PostMapping("/counted")
    String counted(
            @PathVariable UUID id,
            @RequestParam int task,
            @RequestParam String measure,
            Model model,
            HttpServletResponse response) {
        campaigns.drafter(id);
        try {
            unsaved.refuse(id, current.get().id(), List.of(Section.TASKS));
            drafts.count(id, task, measure, current.get());
        } catch (Refused refused) {
            return refused(id, refused, model, response);
        }
        return "redirect:/campaigns/" + id + "/plan#tasks";
    }

    /** What was typed and not saved is given up; the section shows again what the plan says. */
    @PostMapping("/{section}/discard")
    String discard(@PathVariable UUID id, @PathVariable String section, RedirectAttributes flash) {
        campaigns.drafter(id);
        Section part = Section.of(section).orElseThrow(() -> new NoSuchElementException(section));
        unsaved.forget(id, part, current.get().id());
        flash.addFlashAttribute("notice", texts.get("plan.draft.discarded"));
        return "redirect:/campaigns/" + id + "/plan#" + section;
    }

    private String refused(UUID id, Refused refused, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("refused", texts.told(refused));
        model.addAttribute("plan", page.of(id, null));
        return PlanController.EDITOR;
    }
}
