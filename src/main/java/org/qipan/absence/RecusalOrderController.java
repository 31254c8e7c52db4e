package org.qipan.absence;

import java.util.Map;
import java.util.UUID;
import org.qipan.directory.Colleagues;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.qipan.page.Fields;
import org.qipan.page.Texts;
import org.qipan.task.Ground;
import org.qipan.task.Once;
import org.qipan.task.Recusals;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 回避决定: the one who answers for a colleague decides that he leaves a case, or that he comes back. */
@Controller
class RecusalOrderController {

    private static final int LONGEST = 2_000;

    private final CurrentStaff current;
    private final Directory directory;
    private final Colleagues colleagues;
    private final Recusals recusals;
    private final Once once;
    private final Texts texts;

    RecusalOrderController(
            CurrentStaff current,
            Directory directory,
            Colleagues colleagues,
            Recusals recusals,
            Once once,
            Texts texts) {
        this.current = current;
        this.directory = directory;
        this.colleagues = colleagues;
        this.recusals = recusals;
        this.once = once;
        this.texts = texts;
    }

    @GetMapping("/substitutions/recusals/new")
    ModelAndView ask(@RequestParam String staff) {
        Staff by = current.get();
        return page(led(staff, by), by, Map.of(), "");
    }

    @PostMapping("/substitutions/recusals")
    ModelAndView order(
            @RequestParam String staff,
            @RequestParam(defaultValue = "") String matter,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> parameters,
            RedirectAttributes flash) {
        Staff by = current.get();
        Staff colleague = led(staff, by);
        UUID caseId = Fields.id(matter);
        Ground chosen = Ground.of(ground).orElse(null);
        if (caseId == null || chosen == null || reason.isBlank() || reason.length() > LONGEST) {
            return refused(colleague, by, parameters, "task.recusal.invalid");
        }
        try {
            String url =
                    once.run(idempotencyKey, by.id(), "POST /substitutions/recusals", Once.hash(parameters), () -> {
                        if (!recusals.order(caseId, colleague, chosen, reason.strip(), by)) {
                            throw nothing();
                        }
                        return "/substitutions";
                    });
            return texts.to(url, flash, "absence.notice.ordered");
        } catch (Once.KeyReused e) {
            return refused(colleague, by, parameters, "absence.refused.key");
        }
    }

    @PostMapping("/substitutions/recusals/{id}/lift")
    ModelAndView lift(@PathVariable UUID id, RedirectAttributes flash) {
        if (!recusals.lift(id, current.get())) {
            throw nothing();
        }
        return texts.to("/substitutions", flash, "absence.notice.lifted");
    }

    private ModelAndView refused(Staff colleague, Staff by, MultiValueMap<String, String> typed, String error) {
        ModelAndView page = page(colleague, by, typed.toSingleValueMap(), error);
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    /** @param error key of a message, empty if there is none */
    private ModelAndView page(Staff colleague, Staff by, Map<String, String> typed, String error) {
        return new ModelAndView(
                "absence/recusal",
                Map.of(
                        "colleague",
                        colleague,
                        "matters",
                        recusals.matters(colleague, by),
                        "recusalTyped",
                        typed,
                        "error",
                        error));
    }

    private Staff led(String id, Staff by) {
        UUID staff = Fields.id(id);
        if (staff == null || !colleagues.leads(by.id(), staff)) {
            throw nothing();
        }
        return directory.staff(staff).orElseThrow(RecusalOrderController::nothing);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
