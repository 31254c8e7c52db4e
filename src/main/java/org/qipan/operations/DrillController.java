package org.qipan.operations;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.qipan.page.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 备份与恢复演练: how it is done, what to compare, and that it was done. Nothing here restores anything. */
@Controller
@PreAuthorize("hasRole('system-admin')")
class DrillController {

    private final Drills drills;
    private final Clock clock;

    DrillController(Drills drills, Clock clock) {
        this.drills = drills;
        this.clock = clock;
    }

    @GetMapping("/operations/drills")
    ModelAndView list(@ModelAttribute("form") DrillForm form) {
        return page(Optional.empty(), HttpStatus.OK);
    }

    @PostMapping("/operations/drills")
    ModelAndView record(
            @ModelAttribute("form") DrillForm form, @RequestParam UUID idempotencyKey, RedirectAttributes flash) {
        Optional<String> fault = form.fault(today());
        if (fault.isPresent()) {
            return page(fault, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        drills.record(idempotencyKey, form.drill());
        flash.addFlashAttribute("notice", "operations.drill.recorded");
        return SeeOther.at("/operations/drills");
    }

    private ModelAndView page(Optional<String> fault, HttpStatus status) {
        var page = new ModelAndView("operations/drills", status);
        page.addObject("fault", fault.map("operations.drill.refused."::concat).orElse(null));
        page.addObject("today", today().toString());
        page.addObject("figures", drills.figures());
        page.addObject("countedAt", ShownTime.of(clock.instant()));
        page.addObject("drills", drills.newest());
        return page;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ShownTime.ZONE);
    }
}
