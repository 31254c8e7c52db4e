package org.qipan.campaign;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.campaign.UnitStages.Part;
import org.qipan.casefile.CaseFiles;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Directory;
import org.qipan.directory.Duty;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.Refused;
import org.qipan.worklist.Worklist;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saves one value of a checklist. Saving twice is saving once, so these forms need no key. */
@Controller
@Transactional
class ChecklistController {

    private final Checklist checklist;
    private final StageGate gate;
    private final UnitStages parts;
    private final CurrentStaff current;
    private final Directory directory;
    private final CaseFiles files;
    private final Worklist worklist;
    private final MessageSource messages;

    ChecklistController(
            Checklist checklist,
            StageGate gate,
            UnitStages parts,
            CurrentStaff current,
            Directory directory,
            CaseFiles files,
            Worklist worklist,
            MessageSource messages) {
        this.checklist = checklist;
        this.gate = gate;
        this.parts = parts;
        this.current = current;
        this.directory = directory;
        this.files = files;
        this.worklist = worklist;
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
        Staff by = current.get();
        try {
            entered(campaign, us, by);
            checklist.save(us, item, number(value), note.isBlank() ? null : note.strip(), by.id());
            say(flash, locale, "campaign.checklist.saved");
        } catch (Refused refused) {
            refused.reasons()
                    .forEach(r -> say(flash, locale, r.key(), r.arguments().toArray()));
        }
        return "redirect:" + local(back, campaign) + "#item-" + item;
    }

    /** 现场停办·求助: stops the work, reports one level up, blames nobody. */
    @PostMapping("/campaigns/{campaign}/units/{us}/items/{item}/stop")
    String stop(
            @PathVariable UUID campaign,
            @PathVariable long us,
            @PathVariable long item,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes flash,
            Locale locale) {
        Staff by = current.get();
        Part part = entered(campaign, us, by);
        if (checklist.stop(us, item, by.id())) {
            Post as = post(part, by);
            files.record(
                    campaign,
                    "campaign.stopped",
                    by.id(),
                    as,
                    null,
                    Map.of("unit", directory.unit(part.unit()).name()));
            directory
                    .upper(part.unit())
                    .flatMap(upper ->
                            directory.role(upper.kind(), Duty.REVIEWER).map(role -> new Post(role, upper.code())))
                    .ifPresent(to -> worklist.copy(
                            campaign,
                            messages.getMessage("campaign.checklist.helpAsked", null, locale),
                            to.group(),
                            by.id()));
            say(flash, locale, "campaign.checklist.stopped");
        } else {
            say(flash, locale, "campaign.checklist.resumed");
        }
        return "redirect:" + local(back, campaign) + "#item-" + item;
    }

    private Part entered(UUID campaign, long us, Staff by) {
        Part part = parts.lock(us);
        if (!part.campaign().equals(campaign)) {
            throw new NoSuchElementException("part " + us);
        }
        post(part, by);
        gate.entered(part.stage());
        if (!part.open() || part.submitted()) {
            throw new Refused("campaign.refused.locked");
        }
        return part;
    }

    /** The person's post in the unit: what a person has no post for does not exist for him. */
    private static Post post(Part part, Staff by) {
        return by.posts().stream()
                .filter(post -> post.unit().equals(part.unit()))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("part " + part.id()));
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

    private static String local(String back, UUID campaign) {
        return back.matches("/tasks/\\d+") ? back : "/campaigns/" + campaign;
    }

    private void say(RedirectAttributes flash, Locale locale, String key, Object... arguments) {
        flash.addFlashAttribute("notice", messages.getMessage(key, arguments, locale));
    }
}
