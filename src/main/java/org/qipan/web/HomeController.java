package org.qipan.web;

import org.qipan.directory.CurrentStaff;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 工作台: what to do today. */
@Controller
class HomeController {

    private final CurrentStaff current;

    HomeController(CurrentStaff current) {
        this.current = current;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("staff", current.get());
        return "web/home";
    }
}
