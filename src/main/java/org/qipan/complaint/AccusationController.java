package org.qipan.complaint;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseFiles;
import org.qipan.course.Route;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Staff;
import org.qipan.page.Texts;
import org.qipan.remit.ReceivingDesk;
import org.qipan.task.Once;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 移交纪检监察机关 (信访工作条例 arts. 22, 30): the desk writes down the proof; what was handed over is not kept here. */
@Controller
@PreAuthorize("hasRole('complaint-officer')")
@RequestMapping("/complaints/{id}/handover")
class AccusationController {

    private static final int PROOF = 200;

    private final CurrentStaff current;
    private final ComplaintAccess access;
    private final Shredding shredding;
    private final CaseFiles cases;
    private final Once once;
    private final Texts texts;
    private final Clock clock;

    AccusationController(
            CurrentStaff current,
            ComplaintAccess access,
            Shredding shredding,
            CaseFiles cases,
            Once once,
            Texts texts,
            Clock clock) {
        this.current = current;
        this.access = access;
        this.shredding = shredding;
        this.cases = cases;
        this.once = once;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id) {
        return page(matter(id, current.get()), null, "", null);
    }

    /** @param on day the organ took it @param proof number of its receipt, or who signed for it */
    @PostMapping
    ModelAndView confirm(
            @PathVariable UUID id,
            @RequestParam UUID idempotencyKey,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(defaultValue = "") String proof,
            @RequestParam MultiValueMap<String, String> parameters,
            RedirectAttributes flash) {
        Staff by = current.get();
        Complaint matter = matter(id, by);
        if (on == null || on.isAfter(LocalDate.now(clock)) || proof.isBlank() || proof.length() > PROOF) {
            return page(matter, on, proof, "complaint.handover.refused");
        }
        String url = "/complaints/" + id + "/handover";
        try {
            once.run(idempotencyKey, by.id(), "POST " + url, Once.hash(parameters), () -> {
                if (shredding.handedOver(id, on, proof.strip(), by.id())) {
                    cases.record(
                            id,
                            "complaint.handedOver",
                            by.id(),
                            ReceivingDesk.officer(matter.desk()),
                            null,
                            Map.of("on", on.toString()));
                    shredding.due(id);
                }
                return url;
            });
        } catch (Once.KeyReused e) {
            return page(matter, on, proof, "complaint.refused.again");
        }
        return texts.to(url, flash, "complaint.notice.handedOver");
    }

    private Complaint matter(UUID id, Staff by) {
        Complaint matter = access.visible(id, by);
        if (matter.route() != Route.SEALED || !access.atDesk(matter, by)) {
            throw new NoSuchElementException("hand-over of " + id);
        }
        return matter;
    }

    private ModelAndView page(Complaint matter, @Nullable LocalDate on, String proof, @Nullable String error) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("matter", matter.id());
        model.put("number", matter.number() == null ? matter.title() : matter.number());
        model.put("handover", shredding.of(matter.id()).orElse(null));
        model.put("on", on);
        model.put("proof", proof);
        model.put("error", error);
        return new ModelAndView(
                "complaint/handover", model, error == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
    }
}
