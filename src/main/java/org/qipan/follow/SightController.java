package org.qipan.follow;

import org.jspecify.annotations.Nullable;
import org.qipan.directory.CurrentStaff;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 为什么我能/不能看到. */
@Controller
class SightController {

    private final CurrentStaff current;
    private final Sights sights;

    SightController(CurrentStaff current, Sights sights) {
        this.current = current;
        this.sights = sights;
    }

    @GetMapping("/worklist/sight")
    String page(@RequestParam(required = false) @Nullable Long task, Model model) {
        model.addAttribute("sight", sights.of(task, current.get()));
        return "follow/sight";
    }
}
