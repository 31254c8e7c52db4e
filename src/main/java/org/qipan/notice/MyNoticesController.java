package org.qipan.notice;

import java.util.Locale;
import java.util.Map;
import org.qipan.channel.Channels;
import org.qipan.directory.CurrentStaff;
import org.qipan.page.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 我的通知: how the person who asks wants to be told. Saving twice is saving once, so no key is needed. */
@Controller
class MyNoticesController {

    private static final String PAGE = "/notices/mine";

    private final CurrentStaff current;
    private final Channels channels;
    private final NoticeChoices choices;
    private final Trials trials;
    private final Texts texts;

    MyNoticesController(CurrentStaff current, Channels channels, NoticeChoices choices, Trials trials, Texts texts) {
        this.current = current;
        this.channels = channels;
        this.choices = choices;
        this.trials = trials;
        this.texts = texts;
    }

    @GetMapping(PAGE)
    String show(Model model) {
        Choice stored = stored();
        model.addAttribute("mine", ChoicePage.of(stored, ChoiceForm.of(stored), channels, Map.of()));
        return "notice/mine";
    }

    @PostMapping(PAGE)
    ModelAndView save(@ModelAttribute ChoiceForm form, Locale locale, RedirectAttributes flash) {
        Choice stored = stored();
        Map<String, String> broken = form.broken(channels);
        if (!broken.isEmpty()) {
            return new ModelAndView(
                    "notice/mine",
                    Map.of("mine", ChoicePage.of(stored, form, channels, broken)),
                    HttpStatus.UNPROCESSABLE_ENTITY);
        }
        choices.save(form.onto(stored, locale.getLanguage().equals("en") ? "en" : "zh-CN"));
        return texts.to(PAGE, flash, "notice.mine.saved");
    }

    /** Shows that an address is right. */
    @PostMapping(PAGE + "/trial")
    ModelAndView trial(@RequestParam String channel, RedirectAttributes flash) {
        return texts.to(
                PAGE, flash, trials.send(stored(), channel) ? "notice.mine.trial.sent" : "notice.mine.trial.wait");
    }

    private Choice stored() {
        return choices.of(current.get().id()).orElseThrow();
    }
}
