package org.qipan.campaign;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.CaseExtras;
import org.qipan.worklist.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One campaign, and what may be done to it while it runs. Every act asks for a reason and for a yes. */
@Controller
@RequestMapping("/campaigns/{id:[0-9a-f-]{36}}")
class CampaignActController {

    /** What only the leader decides. */
    private static final Set<String> LEADERS = Set.of("cancel", "reopen");

    private final Campaigns campaigns;
    private final CampaignShow show;
    private final CampaignAccess access;
    private final CampaignTexts texts;
    private final RunningCampaign running;
    private final CaseExtras extras;

    CampaignActController(
            Campaigns campaigns,
            CampaignShow show,
            CampaignAccess access,
            CampaignTexts texts,
            RunningCampaign running,
            CaseExtras extras) {
        this.extras = extras;
        this.campaigns = campaigns;
        this.show = show;
        this.access = access;
        this.texts = texts;
        this.running = running;
    }

    /** What was typed into one of the forms; each uses what it needs. Days are texts, so that an impossible one can be shown again. */
    record ActForm(
            @Nullable Long stage,
            @Nullable String unit,
            @Nullable String into,
            @Nullable List<String> units,
            @Nullable String name,
            @Nullable String opens,
            @Nullable String closes,
            @Nullable String reason,
            @Nullable Boolean sure) {}

    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        access.visible(id);
        return shown(id, model);
    }

    private String shown(UUID id, Model model) {
        model.addAttribute("campaign", show.of(id));
        model.addAllAttributes(extras.of(id, access.staff()));
        return "campaign/show";
    }

    @PostMapping("/acts/{act}")
    String act(
            @PathVariable UUID id,
            @PathVariable String act,
            ActForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        access.visible(id);
        Campaign campaign = campaigns.get(id);
        Post as = (LEADERS.contains(act) ? access.leading(campaign.unit()) : access.running(campaign.unit()))
                .orElseThrow(CampaignAccess::denied);
        try {
            run(id, act, form, access.staff(), as);
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", texts.whole(refused));
            model.addAttribute("errors", texts.fields(refused));
            model.addAttribute("act", act);
            model.addAttribute("typed", form);
            return shown(id, model);
        }
        flash.addFlashAttribute("notice", texts.get("campaign.act.done." + act));
        return "redirect:/campaigns/" + id;
    }

    private void run(UUID id, String act, ActForm form, Staff by, Post as) {
        String reason = form.reason();
        if (reason == null || reason.isBlank()) {
            throw Refused.at("reason", "campaign.refused.reason");
        }
        if (!Boolean.TRUE.equals(form.sure())) {
            throw Refused.at("sure", "campaign.refused.sure");
        }
        switch (act) {
            case "pause" -> running.pause(stage(id, form), reason, by, as);
            case "resume" -> running.resume(stage(id, form), reason, by, as);
            case "extend" -> running.extend(stage(id, form), day("closes", form.closes()), reason, by, as);
            case "stage" ->
                running.addStage(
                        id,
                        given("name", form.name()),
                        day("opens", form.opens()),
                        day("closes", form.closes()),
                        reason,
                        by,
                        as);
            case "reissue" -> running.reissue(stage(id, form), given("units", form.units()), reason, by, as);
            case "join" -> running.join(id, given("unit", form.unit()), reason, by, as);
            case "withdraw" -> running.withdraw(id, given("unit", form.unit()), reason, by, as);
            case "merge" -> running.merge(id, given("unit", form.unit()), given("into", form.into()), reason, by, as);
            case "reopen" -> running.reopen(stage(id, form), reason, by, as);
            case "cancel" -> running.cancel(id, reason, by, as);
            default -> throw new NoSuchElementException(act);
        }
    }

    private long stage(UUID id, ActForm form) {
        long stage = given("stage", form.stage());
        access.within(id, stage);
        return stage;
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null || value.toString().isBlank()) {
            throw Refused.at(field, "campaign.refused.incomplete");
        }
        return value;
    }

    private static LocalDate day(String field, @Nullable String value) {
        String typed = given(field, value).strip();
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw Refused.at(field, "campaign.refused.day", typed);
        }
    }
}
