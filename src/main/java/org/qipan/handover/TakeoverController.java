package org.qipan.handover;

import org.qipan.directory.CurrentStaff;
import org.qipan.page.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 您接手的事, for whoever took over a post. */
@Controller
class TakeoverController {

    private final CurrentStaff current;
    private final Takeovers takeovers;
    private final Texts texts;

    TakeoverController(CurrentStaff current, Takeovers takeovers, Texts texts) {
        this.current = current;
        this.takeovers = takeovers;
        this.texts = texts;
    }

    @GetMapping("/takeovers")
    String list(Model model) {
        model.addAttribute("items", takeovers.items(current.get()));
        return "handover/takeovers";
    }

    @PostMapping("/takeovers/seen")
    ModelAndView seen(RedirectAttributes flash) {
        // Putting away twice is putting away once, so no key is needed.
        takeovers.seen(current.get());
        return texts.to("/", flash, "handover.takeover.seen");
    }
}
