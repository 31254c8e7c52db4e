package org.qipan.feedback;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Staff;
import org.qipan.page.SeeOther;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 意见反馈: everybody who is signed in writes and finds his answers. */
@Controller
@PreAuthorize("isAuthenticated()")
class FeedbackController {

    static final int PAGE = 20;

    private final CurrentStaff current;
    private final Feedbacks feedbacks;
    private final MessageSource messages;

    FeedbackController(CurrentStaff current, Feedbacks feedbacks, MessageSource messages) {
        this.current = current;
        this.feedbacks = feedbacks;
        this.messages = messages;
    }

    /** @param from address of the page the person came from */
    @GetMapping("/feedback")
    ModelAndView list(
            @RequestParam(defaultValue = "") String from, @RequestParam(required = false) @Nullable Long before) {
        return page(current.get(), from, "", null, before, HttpStatus.OK);
    }

    @PostMapping("/feedback")
    ModelAndView send(
            @RequestParam UUID idempotencyKey,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String text,
            RedirectAttributes flash) {
        Staff staff = current.get();
        try {
            long number = feedbacks.send(idempotencyKey, staff, PageAddress.of(from), FeedbackText.of(text));
            flash.addFlashAttribute("notice", say("feedback.notice.sent", String.valueOf(number)));
            return SeeOther.at("/feedback");
        } catch (FeedbackRefused e) {
            return page(staff, from, text, say(e.key(), FeedbackText.LONGEST), null, HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private ModelAndView page(
            Staff staff, String from, String text, @Nullable String error, @Nullable Long before, HttpStatus status) {
        List<FeedbackEntry> own = feedbacks.own(staff.id(), before, PAGE);
        feedbacks.see(own);
        var page = new ModelAndView("feedback/list", status);
        page.addObject("from", PageAddress.of(from));
        page.addObject("text", text);
        page.addObject("longest", FeedbackText.LONGEST);
        page.addObject("error", error);
        page.addObject("entries", own);
        page.addObject("before", before);
        page.addObject("next", own.size() < PAGE ? null : own.get(PAGE - 1).id());
        return page;
    }

    private String say(String key, Object argument) {
        return messages.getMessage(key, new Object[] {argument}, LocaleContextHolder.getLocale());
    }
}
