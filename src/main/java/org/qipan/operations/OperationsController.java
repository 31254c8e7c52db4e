package org.qipan.operations;

import java.time.Clock;
import java.time.LocalDate;
import org.qipan.directory.RealmState;
import org.qipan.directory.RealmWatch;
import org.qipan.page.Texts;
import org.qipan.workflow.EngineState;
import org.qipan.worklist.WorklistDrift;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 流程运维: what stands still, what runs, and whether the copies agree with their originals. No case opens from here. */
@Controller
@PreAuthorize("hasRole('system-admin')")
class OperationsController {

    private final FailedWork failed;
    private final EngineState engine;
    private final WorklistDrift worklist;
    private final RealmWatch realm;
    private final Health health;
    private final Repairs repairs;
    private final Texts texts;
    private final Clock clock;

    OperationsController(
            FailedWork failed,
            EngineState engine,
            WorklistDrift worklist,
            RealmWatch realm,
            Health health,
            Repairs repairs,
            Texts texts,
            Clock clock) {
        this.failed = failed;
        this.engine = engine;
        this.worklist = worklist;
        this.realm = realm;
        this.health = health;
        this.repairs = repairs;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param compare whether to go through the whole worklist, which takes a while and is done on demand only */
    @GetMapping("/operations")
    String show(@RequestParam(defaultValue = "false") boolean compare, Model model) {
        RealmState state = realm.state();
        model.addAttribute("failed", failed.rows());
        model.addAttribute("failedCount", failed.count());
        model.addAttribute(
                "models",
                engine.models(LocalDate.ofInstant(clock.instant(), ShownTime.ZONE)
                        .atStartOfDay(ShownTime.ZONE)
                        .toInstant()));
        model.addAttribute("drift", compare ? worklist.check() : null);
        model.addAttribute("realm", state);
        model.addAttribute("copiedAt", ShownTime.of(state.full()));
        model.addAttribute("newsAt", ShownTime.of(state.events()));
        model.addAttribute("checks", health.checks(state));
        return "operations/show";
    }

    @PostMapping("/operations/jobs/{job}/retry")
    ModelAndView retry(@PathVariable String job, RedirectAttributes flash) {
        return texts.to("/operations", flash, repairs.retry(job) ? "operations.jobs.retried" : "operations.jobs.gone");
    }

    @PostMapping("/operations/worklist/rebuild")
    ModelAndView rebuild(
            @RequestParam(defaultValue = "false") boolean confirmed, Model model, RedirectAttributes flash) {
        if (!confirmed) {
            model.addAttribute("unconfirmed", true);
            return new ModelAndView(show(true, model), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        WorklistDrift.Drift mended = repairs.rebuild();
        return texts.to(
                "/operations?compare=true",
                flash,
                "operations.drift.rebuilt",
                mended.missing(),
                mended.surplus(),
                mended.different());
    }
}
