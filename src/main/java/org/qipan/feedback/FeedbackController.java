package org.qipan.feedback;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Staff;
import org.qipan.page.Texts;
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
    private final Texts texts;

    FeedbackController(CurrentStaff current, Feedbacks feedbacks, Texts texts) {
        this.current = current;
        this.feedbacks = feedbacks;
        this.texts = texts;
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
            return texts.to("/feedback", flash, "feedback.notice.sent", String.valueOf(number));
        } catch (FeedbackRefused e) {
            return page(
                    staff,
                    from,
                    text,
                    texts.text(e.key(), FeedbackText.LONGEST),
                    null,
                    HttpStatus.UNPROCESSABLE_ENTITY);
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
}
