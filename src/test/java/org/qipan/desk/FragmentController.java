package org.qipan.desk;

import org.qipan.directory.CurrentStaff;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the fragments that other modules' pages include. */
@Controller
@TestComponent
class FragmentController {

    private final Workbench workbench;
    private final CurrentStaff current;

    FragmentController(Workbench workbench, CurrentStaff current) {
        this.workbench = workbench;
        this.current = current;
    }

    @GetMapping("/test/today")
    String today(Model model) {
        model.addAttribute("today", workbench.today(current.get()));
        return "desk/_today :: today";
    }

    @GetMapping("/test/latest")
    String latest(Model model) {
        today(model);
        return "desk/_today :: latest";
    }
}
