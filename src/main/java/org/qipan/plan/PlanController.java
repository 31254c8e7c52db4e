package org.qipan.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.CurrentStaff;
import org.qipan.plan.PlanDrafts.SectionChanged;
import org.qipan.plan.PlanPage.Typed;
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

    static final String EDITOR = "plan/plan";

    private final PlannedCampaigns campaigns;
    private final Plans versions;
    private final PlanDrafts drafts;
    private final PlanStore plans;
    private final PlanPage page;
    private final CurrentStaff current;
    private final PlanTexts texts;

    PlanController(
            PlannedCampaigns campaigns,
            Plans versions,
            PlanDrafts drafts,
            PlanStore plans,
            PlanPage page,
            CurrentStaff current,
            PlanTexts texts) {
        this.campaigns = campaigns;
        this.versions = versions;
        this.drafts = drafts;
        this.plans = plans;
        this.page = page;
        this.current = current;
        this.texts = texts;
    }

    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        campaigns.visible(id);
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
        campaigns.drafter(id);
        Section part = Section.of(section).orElseThrow(() -> new NoSuchElementException(section));
        Map<String, String> values = PlanFields.typed(parameters);
        if (PlanFields.rowsChanged(part, parameters, values)) {
            page.keep(id, part, values);
            return editor(id, new Typed(part, values, Map.of(), parameters.containsKey("add")), model);
        }
        Map<String, String> errors = new LinkedHashMap<>();
        boolean auto = parameters.containsKey("auto");
        try {
            PlanReader.Read read = page.read(part, values);
            errors.putAll(page.worded(read.errors()));
            if (errors.isEmpty()) {
                String seen = parameters.getFirst("seen");
                drafts.save(id, part, seen == null ? "" : seen, read.change(), current.get());
                page.forget(id, part);
                if (auto) {
                    return saved(id, part, values, Map.of(), false, model);
                }
                flash.addFlashAttribute("notice", texts.get("plan.saved"));
                return "redirect:/campaigns/" + id + "/plan#" + section;
            }
        } catch (Refused refused) {
            errors.putAll(texts.placed(refused, page.readable(id, part, values)));
        } catch (SectionChanged changed) {
            page.keep(id, part, values);
            response.setStatus(HttpStatus.CONFLICT.value());
            return auto ? saved(id, part, values, Map.of(), true, model) : conflict(id, part, values, model);
        }
        page.keep(id, part, values);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return auto
                ? saved(id, part, values, errors, false, model)
                : editor(id, new Typed(part, values, errors, false), model);
    }

    private String editor(UUID id, @Nullable Typed typed, Model model) {
        model.addAttribute("plan", page.of(id, typed));
        return EDITOR;
    }

    private String saved(
            UUID id,
            Section part,
            Map<String, String> values,
            Map<String, String> errors,
            boolean changed,
            Model model) {
        Plan plan = now(id, part, model);
        model.addAttribute("tasks", part == Section.TASKS ? TaskLine.of(values, errors, texts) : List.of());
        model.addAttribute("errors", List.copyOf(errors.values()));
        model.addAttribute("changed", changed);
        model.addAttribute("ledger", page.ledger(plan));
        model.addAttribute(
                "kept",
                drafts.problems(id).stream()
                        .filter(p -> p.section() == part)
                        .map(texts::of)
                        .toList());
        return "plan/_saved :: saved";
    }

    private String conflict(UUID id, Section part, Map<String, String> values, Model model) {
        Plan plan = now(id, part, model);
        model.addAttribute("typed", values);
        model.addAttribute("mine", page.readable(id, part, values));
        model.addAttribute("current", page.readable(id, part, PlanFields.of(plan, part, texts::day)));
        return "plan/conflict";
    }

    private Plan now(UUID id, Section part, Model model) {
        Plan plan = versions.latest(id).plan();
        model.addAttribute("id", id);
        model.addAttribute("key", part.key());
        model.addAttribute("seen", plans.digest(plan, part));
        return plan;
    }
}
