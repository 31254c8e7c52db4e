package org.qipan.campaign;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.CurrentStaff;
import org.qipan.worklist.Refused;
import org.qipan.worklist.StandIns;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saves one value of a checklist. Saving twice is saving once, so these forms need no key. */
@Controller
class ChecklistController {

    private final ChecklistEdits edits;
    private final CurrentStaff current;
    private final StandIns standIns;
    private final MessageSource messages;

    ChecklistController(ChecklistEdits edits, CurrentStaff current, StandIns standIns, MessageSource messages) {
        this.edits = edits;
        this.standIns = standIns;
        this.current = current;
        this.messages = messages;
    }

    @PostMapping("/campaigns/{campaign}/units/{us}/items/{item}")
    String save(
            @PathVariable UUID campaign,
            @PathVariable long us,
            @PathVariable long item,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes flash,
            Locale locale) {
        return done(campaign, item, back, flash, locale, () -> {
            edits.save(
                    campaign,
                    us,
                    item,
                    number(value),
                    note.isBlank() ? null : note.strip(),
                    standIns.standing(current.get(), campaign));
            return "campaign.checklist.saved";
        });
    }

    @PostMapping("/campaigns/{campaign}/units/{us}/items/{item}/stop")
    String stop(
            @PathVariable UUID campaign,
            @PathVariable long us,
            @PathVariable long item,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes flash,
            Locale locale) {
        String subject = messages.getMessage("campaign.checklist.helpAsked", null, locale);
        return done(
                campaign,
                item,
                back,
                flash,
                locale,
                () -> edits.stop(campaign, us, item, subject, standIns.standing(current.get(), campaign))
                        ? "campaign.checklist.stopped"
                        : "campaign.checklist.resumed");
    }

    private String done(
            UUID campaign, long item, String back, RedirectAttributes flash, Locale locale, Supplier<String> act) {
        String notice;
        try {
            notice = messages.getMessage(act.get(), null, locale);
        } catch (Refused refused) {
            var reason = refused.reasons().get(0);
            notice = messages.getMessage(reason.key(), reason.arguments().toArray(), locale);
        }
        flash.addFlashAttribute("notice", notice);
        // only addresses of our own: an open redirect would carry the notice elsewhere
        return "redirect:" + (back.matches("/tasks/\\d+") ? back : "/campaigns/" + campaign) + "#item-" + item;
    }

    private static @Nullable BigDecimal number(String value) {
        if (value.isBlank()) {
            return null;
        }
        try {
            return new BigDecimal(value.strip());
        } catch (NumberFormatException e) {
            throw new Refused("campaign.refused.number", value);
        }
    }
}
