package org.qipan.reveal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Staff;
import org.qipan.identity.KeptForm;
import org.qipan.identity.StepUpFirst;
import org.qipan.page.Texts;
import org.qipan.reveal.RevealSight.Matter;
import org.qipan.task.Once;
import org.qipan.worklist.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 申请查看. */
@Controller
@StepUpFirst
@PreAuthorize("hasRole('complaint-officer')")
class RevealRequestController {

    private final CurrentStaff current;
    private final RevealSight sight;
    private final Reveals reveals;
    private final Once once;
    private final Texts texts;

    RevealRequestController(CurrentStaff current, RevealSight sight, Reveals reveals, Once once, Texts texts) {
        this.current = current;
        this.sight = sight;
        this.reveals = reveals;
        this.once = once;
        this.texts = texts;
    }

    @GetMapping("/complaints/{id}/identity/request")
    String open(@PathVariable UUID id, HttpServletRequest request, Model model) {
        MultiValueMap<String, String> typed = KeptForm.take(request).orElse(new LinkedMultiValueMap<>());
        form(matter(id, current.get()), RevealForm.of(typed), Map.of(), model);
        return "reveal/request";
    }

    @PostMapping("/complaints/{id}/identity/request")
    ModelAndView ask(
            @PathVariable UUID id,
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes flash) {
        Staff by = current.get();
        Matter matter = matter(id, by);
        RevealForm form = RevealForm.of(sent);
        Purpose purpose = Purpose.of(form.purpose()).orElse(null);
        if (purpose == null || !form.errors().isEmpty()) {
            return refused(matter, form, form.errors(), model);
        }
        try {
            String url = once.run(idempotencyKey, by.id(), "POST " + Reveals.register(id), Once.hash(sent), () -> {
                reveals.ask(matter, by, purpose, form.words());
                return Reveals.register(id);
            });
            return texts.to(url, flash, "reveal.notice.asked");
        } catch (Refused e) {
            return refused(matter, form, Map.of("form", e.reasons().get(0).key()), model);
        } catch (Once.KeyReused e) {
            return refused(matter, form, Map.of("form", "reveal.refused.key"), model);
        }
    }

    private Matter matter(UUID id, Staff by) {
        return sight.matter(id, by)
                .filter(found -> sight.mayAsk(found, by))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView refused(Matter matter, RevealForm form, Map<String, String> errors, Model model) {
        form(matter, form, errors, model);
        return new ModelAndView("reveal/request", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private static void form(Matter matter, RevealForm form, Map<String, String> errors, Model model) {
        model.addAttribute("matter", matter);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("purposes", Purpose.values());
    }
}
