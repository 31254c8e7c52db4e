package org.qipan.absence;

import java.util.Optional;
import java.util.UUID;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Staff;
import org.qipan.directory.Substitution;
import org.qipan.directory.SubstitutionRefused;
import org.qipan.directory.Substitutions;
import org.qipan.page.Texts;
import org.qipan.task.Once;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 代理与回避: who stands in for whom; made for oneself or for a colleague one answers for. */
@Controller
class SubstitutionController {

    private static final int LONGEST = 200;

    private final CurrentStaff current;
    private final Substitutions substitutions;
    private final SubstitutionLists lists;
    private final Once once;
    private final Texts texts;

    SubstitutionController(
            CurrentStaff current, Substitutions substitutions, SubstitutionLists lists, Once once, Texts texts) {
        this.current = current;
        this.substitutions = substitutions;
        this.lists = lists;
        this.once = once;
        this.texts = texts;
    }

    @GetMapping("/substitutions")
    String list(@ModelAttribute SubstitutionForm form, Model model) {
        model.addAttribute("list", lists.of(current.get(), form, null));
        return "absence/list";
    }

    @PostMapping("/substitutions")
    ModelAndView make(
            @ModelAttribute SubstitutionForm form,
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> parameters,
            RedirectAttributes flash) {
        Staff by = current.get();
        Optional<Substitution.Wanted> wanted = form.wanted();
        if (wanted.isEmpty() || !sound(wanted.get())) {
            return refused(by, form, texts.text("absence.refused.incomplete"));
        }
        try {
            String url = once.run(idempotencyKey, by.id(), "POST /substitutions", Once.hash(parameters), () -> {
                substitutions.make(wanted.get(), by);
                return "/substitutions";
            });
            return texts.to(url, flash, "absence.notice.made");
        } catch (SubstitutionRefused e) {
            return refused(by, form, texts.text(e.key(), e.arguments()));
        } catch (Once.KeyReused e) {
            return refused(by, form, texts.text("absence.refused.key"));
        }
    }

    /** Says what ending means, and asks. */
    @GetMapping("/substitutions/{id}/end")
    String ask(@PathVariable UUID id, Model model) {
        Substitution one = substitutions.find(id, current.get()).orElseThrow(SubstitutionController::nothing);
        model.addAttribute("one", SubstitutionLists.row(one, one.from()));
        return "absence/end";
    }

    @PostMapping("/substitutions/{id}/end")
    ModelAndView end(@PathVariable UUID id, RedirectAttributes flash) {
        Staff by = current.get();
        substitutions.find(id, by).orElseThrow(SubstitutionController::nothing);
        // Ending twice is ending once, so no key is needed.
        boolean ended = substitutions.end(id, by).isPresent();
        return texts.to("/substitutions", flash, ended ? "absence.notice.ended" : "absence.notice.over");
    }

    private boolean sound(Substitution.Wanted wanted) {
        return (wanted.kind() == null || lists.kinds().contains(wanted.kind()))
                && (wanted.reason() == null || wanted.reason().length() <= LONGEST);
    }

    private ModelAndView refused(Staff by, SubstitutionForm form, String error) {
        ModelAndView page = new ModelAndView("absence/list", HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("list", lists.of(by, form, error));
        return page;
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
