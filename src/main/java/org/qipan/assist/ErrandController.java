package org.qipan.assist;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.CurrentStaff;
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

/** 请人代办, 交还 and 收回. */
@Controller
class ErrandController {

    private static final int LONGEST = 500;

    private final CurrentStaff current;
    private final VisibleItems visible;
    private final Errands errands;
    private final ItemOnce once;
    private final Notices notices;

    ErrandController(CurrentStaff current, VisibleItems visible, Errands errands, ItemOnce once, Notices notices) {
        this.current = current;
        this.visible = visible;
        this.errands = errands;
        this.once = once;
        this.notices = notices;
    }

    /** What was typed; shown again as it was if it is refused. */
    record ErrandForm(
            @Nullable String doer,
            @Nullable String note,
            @Nullable String reason) {}

    @GetMapping("/tasks/{id}/errand")
    String page(@PathVariable long id, Model model) {
        fill(model, visible.own(id, current.get()), new ErrandForm(null, null, null), null);
        return "assist/ask";
    }

    @PostMapping("/tasks/{id}/errand")
    ModelAndView ask(
            @PathVariable long id,
            @ModelAttribute ErrandForm form,
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            RedirectAttributes flash) {
        Seen seen = visible.own(id, current.get());
        UUID doer = Fields.id(form.doer());
        String note = form.note() == null ? "" : form.note().strip();
        try {
            if (doer == null) {
                throw new Refused("assist.refused.person");
            }
            if (note.length() > LONGEST) {
                throw new Refused("assist.refused.note", LONGEST);
            }
            once.run(
                    seen,
                    idempotencyKey,
                    "/errand",
                    parameters,
                    () -> errands.ask(seen, doer, note.isEmpty() ? null : note));
            return to(id, "assist.notice.asked", flash);
        } catch (Refused e) {
            fill(model, seen, form, notices.text(e));
            return new ModelAndView("assist/ask", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    @GetMapping("/tasks/{id}/errand/return")
    String back(@PathVariable long id, Model model) {
        fill(model, visible.own(id, current.get()), new ErrandForm(null, null, null), null);
        return "assist/back";
    }

    @PostMapping("/tasks/{id}/errand/return")
    ModelAndView handBack(
            @PathVariable long id,
            @ModelAttribute ErrandForm form,
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            RedirectAttributes flash) {
        Seen seen = visible.own(id, current.get());
        String reason = form.reason() == null ? "" : form.reason().strip();
        try {
            if (reason.isEmpty() || reason.length() > LONGEST) {
                throw new Refused("assist.refused.reason", LONGEST);
            }
            once.run(seen, idempotencyKey, "/errand/return", parameters, () -> errands.handBack(seen, reason));
            flash.addFlashAttribute("notice", "assist.notice.back");
            return SeeOther.at("/worklist");
        } catch (Refused e) {
            fill(model, seen, form, notices.text(e));
            return new ModelAndView("assist/back", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    @PostMapping("/tasks/{id}/errand/withdrawal")
    ModelAndView withdraw(@PathVariable long id, RedirectAttributes flash) {
        Seen seen = visible.own(id, current.get());
        try {
            // A second click finds nothing to withdraw, so no key is needed.
            boolean opened = errands.withdraw(seen);
            return to(id, opened ? "assist.notice.withdrawn.opened" : "assist.notice.withdrawn", flash);
        } catch (Refused e) {
            flash.addFlashAttribute("notice", notices.text(e));
            return SeeOther.at("/tasks/" + id);
        }
    }

    private void fill(Model model, Seen seen, ErrandForm form, @Nullable String error) {
        model.addAttribute("item", seen.item());
        model.addAttribute("people", errands.candidates(seen));
        model.addAttribute("form", form);
        model.addAttribute("error", error);
    }

    private static ModelAndView to(long id, String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        return SeeOther.at("/tasks/" + id);
    }
}
