package org.qipan.recusal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Staff;
import org.qipan.page.Fields;
import org.qipan.page.Texts;
import org.qipan.task.Ground;
import org.qipan.task.Once;
import org.qipan.worklist.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 回避决定 on a petitioner's request. */
@Controller
@RequestMapping("/complaints/recusals/{request}")
class RecusalDecisionController {

    private static final int LONGEST = 500;

    private final CurrentStaff current;
    private final RecusalRequests requests;
    private final RequestTable table;
    private final Once once;
    private final Texts texts;

    RecusalDecisionController(
            CurrentStaff current, RecusalRequests requests, RequestTable table, Once once, Texts texts) {
        this.current = current;
        this.requests = requests;
        this.table = table;
        this.once = once;
        this.texts = texts;
    }

    @GetMapping
    @Transactional
    public ModelAndView show(@PathVariable UUID request) {
        return page(requests.decidable(request, current.get()), "", "", HttpStatus.OK);
    }

    @PostMapping
    ModelAndView decide(
            @PathVariable UUID request,
            @RequestParam UUID idempotencyKey,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") List<String> staff,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam MultiValueMap<String, String> parameters,
            RedirectAttributes flash) {
        Staff by = current.get();
        Request asked = requests.decidable(request, by);
        boolean granted = decision.equals("grant");
        List<UUID> leaving = granted
                ? staff.stream()
                        .map(Fields::id)
                        .filter(java.util.Objects::nonNull)
                        .map(java.util.Objects::requireNonNull)
                        .toList()
                : List.of();
        if (granted && leaving.isEmpty() || reason.isBlank() || reason.length() > LONGEST) {
            return page(asked, reason, "recusal.refused.form", HttpStatus.UNPROCESSABLE_ENTITY);
        }
        try {
            once.run(idempotencyKey, by.id(), "POST " + asked.url(), Once.hash(parameters), () -> {
                requests.decide(asked, leaving, Ground.of(ground).orElse(null), reason, by);
                return "/worklist";
            });
        } catch (Once.KeyReused e) {
            return page(asked, reason, "absence.refused.key", HttpStatus.UNPROCESSABLE_ENTITY);
        } catch (Refused e) {
            return page(asked, reason, e.reasons().get(0).key(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return texts.to("/worklist", flash, "recusal.notice.decided");
    }

    private ModelAndView page(Request asked, String reason, String error, HttpStatus status) {
        return new ModelAndView(
                "recusal/decide",
                Map.of(
                        "asked",
                        asked,
                        "number",
                        table.number(asked.caseId()),
                        "words",
                        requests.words(asked),
                        "people",
                        asked.open() ? requests.meant(asked) : List.of(),
                        "reason",
                        reason,
                        "error",
                        error),
                status);
    }
}
