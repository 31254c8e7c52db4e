package org.qipan.extension;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.deadline.Deadlines;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Directory;
import org.qipan.page.Fields;
import org.qipan.page.SeeOther;
import org.qipan.task.ItemOnce;
import org.qipan.task.Notices;
import org.qipan.task.Seen;
import org.qipan.task.VisibleItems;
import org.qipan.worklist.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 申请延期 and taking the request back. */
@Controller
class ExtensionController {

    private static final int LONGEST = 500;

    private final CurrentStaff current;
    private final VisibleItems visible;
    private final Extensions extensions;
    private final ExtensionRules rules;
    private final Directory directory;
    private final ItemOnce once;
    private final Notices notices;

    ExtensionController(
            CurrentStaff current,
            VisibleItems visible,
            Extensions extensions,
            ExtensionRules rules,
            Directory directory,
            ItemOnce once,
            Notices notices) {
        this.current = current;
        this.visible = visible;
        this.extensions = extensions;
        this.rules = rules;
        this.directory = directory;
        this.once = once;
        this.notices = notices;
    }

    /** What was typed; shown again as it was if it is refused. */
    record ExtensionForm(@Nullable String until, @Nullable String reason) {}

    @GetMapping("/tasks/{id}/extension")
    String page(@PathVariable long id, Model model) {
        fill(model, visible.own(id, current.get()), new ExtensionForm(null, null), null);
        return "extension/ask";
    }

    @PostMapping("/tasks/{id}/extension")
    ModelAndView ask(
            @PathVariable long id,
            @ModelAttribute ExtensionForm form,
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            RedirectAttributes flash) {
        Seen seen = visible.own(id, current.get());
        LocalDate until = Fields.day(form.until());
        String reason = form.reason() == null ? "" : form.reason().strip();
        try {
            if (until == null || reason.isEmpty() || reason.length() > LONGEST) {
                throw new Refused("extension.refused.incomplete", LONGEST);
            }
            String url =
                    once.run(seen, idempotencyKey, "/extension", parameters, () -> extensions.ask(seen, until, reason));
            flash.addFlashAttribute("notice", "extension.notice.asked");
            return SeeOther.at(url);
        } catch (Refused e) {
            return refused(model, seen, form, e);
        }
    }

    /** A second click finds nothing to withdraw, so no key is needed. */
    @PostMapping("/tasks/{id}/extension/withdrawal")
    ModelAndView withdraw(@PathVariable long id, RedirectAttributes flash) {
        Seen seen = visible.own(id, current.get());
        try {
            extensions.withdraw(seen);
            flash.addFlashAttribute("notice", "extension.notice.withdrawn");
        } catch (Refused e) {
            flash.addFlashAttribute("notice", notices.text(e));
        }
        return SeeOther.at("/tasks/" + id);
    }

    private ModelAndView refused(Model model, Seen seen, ExtensionForm form, Refused refused) {
        fill(model, seen, form, refused);
        return new ModelAndView("extension/ask", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private void fill(Model model, Seen seen, ExtensionForm form, @Nullable Refused refused) {
        model.addAttribute("item", seen.item());
        model.addAttribute(
                "due",
                seen.item().due() == null ? null : Deadlines.lastDay(seen.item().due()));
        model.addAttribute("form", form);
        String error = refused == null ? null : notices.text(refused);
        try {
            ExtensionRules.Limits limits = rules.of(seen);
            model.addAttribute("limits", limits);
            model.addAttribute("approver", directory.title(limits.approver()));
        } catch (Refused none) {
            model.addAttribute("limits", null);
            error = notices.text(none);
        }
        model.addAttribute("error", error);
    }
}
