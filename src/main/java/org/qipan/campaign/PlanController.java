package org.qipan.campaign;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.campaign.PlanDrafts.SectionChanged;
import org.qipan.campaign.PlanPage.Typed;
import org.qipan.directory.Post;
import org.qipan.worklist.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The plan editor: every section is a form of its own, saved while it is written. */
@Controller
@RequestMapping("/campaigns/{id}/plan")
class PlanController {

    private static final String EDITOR = "campaign/plan";

    private final Campaigns campaigns;
    private final PlanDrafts drafts;
    private final PlanStore plans;
    private final PlanPage page;
    private final CampaignAccess access;
    private final CampaignTexts texts;
    private final RunningCampaign running;

    PlanController(
            Campaigns campaigns,
            PlanDrafts drafts,
            PlanStore plans,
            PlanPage page,
            CampaignAccess access,
            CampaignTexts texts,
            RunningCampaign running) {
        this.campaigns = campaigns;
        this.drafts = drafts;
        this.plans = plans;
        this.page = page;
        this.access = access;
        this.texts = texts;
        this.running = running;
    }

    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        access.visible(id);
        model.addAttribute("plan", page.of(id, null));
        return EDITOR;
    }

    @PostMapping("/{section}")
    String save(
            @PathVariable UUID id,
            @PathVariable String section,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        drafter(id);
        Section part = Section.of(section).orElseThrow(() -> new NoSuchElementException(section));
        Map<String, String> values = PlanFields.typed(parameters);
        if (PlanFields.rowsChanged(part, parameters, values)) {
            page.keep(id, part, values);
            return editor(id, new Typed(part, values, Map.of()), model);
        }
        Map<String, String> errors = new LinkedHashMap<>();
        boolean auto = parameters.containsKey("auto");
        try {
            PlanReader.Read read = page.read(part, values);
            errors.putAll(page.worded(read.errors()));
            if (errors.isEmpty()) {
                String seen = parameters.getFirst("seen");
                drafts.save(id, part, seen == null ? "" : seen, read.change(), access.staff());
                page.forget(id, part);
                if (auto) {
                    return saved(id, part, List.of(), false, model);
                }
                flash.addFlashAttribute("notice", texts.get("campaign.plan.saved"));
                return "redirect:/campaigns/" + id + "/plan#" + section;
            }
        } catch (Refused refused) {
            errors.put("", String.join(" ", texts.of(refused)));
        } catch (SectionChanged changed) {
            page.keep(id, part, values);
            response.setStatus(HttpStatus.CONFLICT.value());
            return auto ? saved(id, part, List.of(), true, model) : conflict(id, part, values, model);
        }
        page.keep(id, part, values);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return auto
                ? saved(id, part, List.copyOf(errors.values()), false, model)
                : editor(id, new Typed(part, values, errors), model);
    }

    /** The system already counts it: the village need not fill it in. */
    @PostMapping("/counted")
    String counted(@PathVariable UUID id, @RequestParam int task, @RequestParam String measure) {
        drafter(id);
        drafts.count(id, task, measure, access.staff());
        return "redirect:/campaigns/" + id + "/plan#tasks";
    }

    @PostMapping("/submission")
    String submit(@PathVariable UUID id, Model model, HttpServletResponse response, RedirectAttributes flash) {
        Post as = drafter(id);
        try {
            running.submit(id, access.staff(), as);
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", texts.of(refused));
            return editor(id, null, model);
        }
        flash.addFlashAttribute("notice", texts.get("campaign.plan.submitted"));
        return "redirect:/campaigns/" + id;
    }

    /** What the leader notes beside a section, before deciding in the task. */
    @PostMapping("/review/{section}")
    String review(
            @PathVariable UUID id,
            @PathVariable String section,
            @RequestParam(defaultValue = "") String remark,
            @RequestParam(defaultValue = "") String mark,
            @RequestParam(defaultValue = "") String back) {
        access.visible(id);
        access.leading(campaigns.get(id).unit()).orElseThrow(CampaignAccess::denied);
        Section part = Section.of(section).orElseThrow(() -> new NoSuchElementException(section));
        boolean returned = mark.equals("return");
        campaigns.mark(id, part, returned ? (remark.isBlank() ? texts.get("campaign.review.please") : remark) : null);
        return "redirect:" + (back.matches("/tasks/\\d+") ? back : "/campaigns/" + id) + "#" + section;
    }

    private String editor(UUID id, @Nullable Typed typed, Model model) {
        model.addAttribute("plan", page.of(id, typed));
        return EDITOR;
    }

    private String saved(UUID id, Section part, List<String> errors, boolean changed, Model model) {
        Plan plan = now(id, part, model);
        model.addAttribute("errors", errors);
        model.addAttribute("changed", changed);
        model.addAttribute("ledger", page.ledger(plan));
        model.addAttribute(
                "kept",
                campaigns.problems(id).stream()
                        .filter(p -> p.section() == part)
                        .map(texts::of)
                        .toList());
        return "campaign/_saved :: saved";
    }

    private String conflict(UUID id, Section part, Map<String, String> values, Model model) {
        Plan plan = now(id, part, model);
        model.addAttribute("typed", values);
        model.addAttribute("current", PlanFields.of(plan, part, texts::day));
        return "campaign/conflict";
    }

    private Plan now(UUID id, Section part, Model model) {
        Plan plan = campaigns.plan(id).plan();
        model.addAttribute("id", id);
        model.addAttribute("key", part.key());
        model.addAttribute("seen", plans.digest(plan, part));
        return plan;
    }

    private Post drafter(UUID id) {
        access.visible(id);
        return access.drafting(campaigns.get(id).unit()).orElseThrow(CampaignAccess::denied);
    }
}
