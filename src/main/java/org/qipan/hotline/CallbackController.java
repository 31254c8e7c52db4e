package org.qipan.hotline;

import org.qipan.page.Texts;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 系统对接: which systems are bound, and which of them were not told what changed. Numbers and states, nothing of a matter. */
@Controller
@RequestMapping("/hotline")
@PreAuthorize("hasRole('system-admin')")
class CallbackController {

    private final HotlineProperties settings;
    private final Callbacks callbacks;
    private final Texts texts;

    CallbackController(HotlineProperties settings, Callbacks callbacks, Texts texts) {
        this.settings = settings;
        this.callbacks = callbacks;
        this.texts = texts;
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute(
                "clients",
                settings.clients().stream()
                        .filter(client -> !client.desk().isBlank())
                        .toList());
        model.addAttribute("failing", callbacks.failing());
        return "hotline/callbacks";
    }

    @PostMapping("/resend")
    ModelAndView resend(RedirectAttributes flash) {
        return texts.to("/hotline", flash, "hotline.notice.resent", callbacks.resend());
    }
}
