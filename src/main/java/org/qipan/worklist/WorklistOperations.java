package org.qipan.worklist;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** The worklist's part of 流程运维: compare with the engine, and rebuild. The result is shown by {@code worklist/_operations :: drift}. */
@Controller
@PreAuthorize("hasRole('system-admin')")
class WorklistOperations {

    private final WorklistDrift drift;
    private final Notices notices;

    WorklistOperations(WorklistDrift drift, Notices notices) {
        this.drift = drift;
        this.notices = notices;
    }

    @PostMapping("/operations/worklist/check")
    public RedirectView check(RedirectAttributes flash) {
        return back(drift.check(), "worklist.drift.checked", flash);
    }

    @PostMapping("/operations/worklist/rebuild")
    public RedirectView rebuild(RedirectAttributes flash) {
        return back(drift.rebuild(), "worklist.drift.rebuilt", flash);
    }

    private RedirectView back(WorklistDrift.Drift drift, String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("drift", drift);
        notices.put(flash, notice);
        RedirectView view = new RedirectView("/operations", true);
        view.setStatusCode(org.springframework.http.HttpStatus.SEE_OTHER);
        return view;
    }
}
