package org.qipan.reveal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Staff;
import org.qipan.identity.KeptForm;
import org.qipan.identity.StepUpFirst;
import org.qipan.page.Fields;
import org.qipan.page.SeeOther;
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

/** The second person decides: 同意 or 不同意. */
@Controller
@StepUpFirst
@PreAuthorize(
        "hasAnyRole('complaint-officer','village-head','township-leader','district-leader','city-leader','province-officer','province-leader',"
                + "'department-officer')")
class RevealDecisionController {

    private final CurrentStaff current;
    private final RevealSight sight;
    private final Reveals reveals;
    private final RevealRows rows;
    private final Once once;
    private final Texts texts;

    RevealDecisionController(
            CurrentStaff current, RevealSight sight, Reveals reveals, RevealRows rows, Once once, Texts texts) {
        this.current = current;
        this.sight = sight;
        this.reveals = reveals;
        this.rows = rows;
        this.once = once;
        this.texts = texts;
    }

    @GetMapping("/complaints/{id}/identity/requests/{request}")
    ModelAndView open(@PathVariable UUID id, @PathVariable UUID request, HttpServletRequest asked, Model model) {
        Staff by = current.get();
        Matter matter = matter(id, by);
        Reveal reveal = request(matter, request);
        if (!reveal.open() || reveal.askedBy().equals(by.id())) {
            return SeeOther.at(Reveals.register(id));
        }
        String typed = Fields.text(KeptForm.take(asked).orElse(new LinkedMultiValueMap<>()), "reason");
        form(matter, reveal, typed, null, model);
        return new ModelAndView("reveal/decide", model.asMap());
    }

    @PostMapping("/complaints/{id}/identity/requests/{request}")
    ModelAndView decide(
            @PathVariable UUID id,
            @PathVariable UUID request,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes flash) {
        Staff by = current.get();
        Matter matter = matter(id, by);
        Reveal reveal = request(matter, request);
        String reason = Fields.text(sent, "reason");
        boolean granted = decision.equals("grant");
        if (!granted && !decision.equals("refuse")) {
            return refused(matter, reveal, reason, "reveal.refused.decision", model);
        }
        if (reason.length() > RevealForm.LONGEST || !granted && reason.isEmpty()) {
            return refused(matter, reveal, reason, "reveal.refused.reason", model);
        }
        try {
            String url = once.run(idempotencyKey, by.id(), "POST " + Reveals.page(reveal), Once.hash(sent), () -> {
                reveals.decide(matter, request, by, granted, reason);
                return Reveals.register(id);
            });
            return texts.to(url, flash, granted ? "reveal.notice.granted" : "reveal.notice.refused");
        } catch (Refused e) {
            return refused(matter, reveal, reason, e.reasons().get(0).key(), model);
        } catch (Once.KeyReused e) {
            return refused(matter, reveal, reason, "reveal.refused.key", model);
        }
    }

    private Matter matter(UUID id, Staff by) {
        return sight.matter(id, by)
                .filter(found -> sight.mayDecide(found, by))
                .orElseThrow(RevealDecisionController::nothing);
    }

    private Reveal request(Matter matter, UUID id) {
        Reveal reveal = reveals.find(matter, id);
        if (reveal == null) {
            throw nothing();
        }
        return reveal;
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private ModelAndView refused(Matter matter, Reveal reveal, String reason, String error, Model model) {
        form(matter, reveal, reason, error, model);
        return new ModelAndView("reveal/decide", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private void form(Matter matter, Reveal reveal, String reason, @Nullable String error, Model model) {
        model.addAttribute("matter", matter);
        model.addAttribute("asked", rows.row(reveal, true));
        model.addAttribute("reason", reason);
        model.addAttribute("error", error);
    }
}
