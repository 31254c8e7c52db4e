package org.qipan.feedback;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qipan.audit.Audit;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Directory;
import org.qipan.page.SeeOther;
import org.qipan.page.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 意见答复: the administrator of the system reads everything, answers, and takes the list away as a file. */
@Controller
@PreAuthorize("hasRole('system-admin')")
class FeedbackAnswerController {

    private static final int EXPORT_PAGE = 1000;

    private final CurrentStaff current;
    private final Feedbacks feedbacks;
    private final Directory directory;
    private final Audit audit;
    private final Texts texts;

    FeedbackAnswerController(CurrentStaff current, Feedbacks feedbacks, Directory directory, Audit audit, Texts texts) {
        this.current = current;
        this.feedbacks = feedbacks;
        this.directory = directory;
        this.audit = audit;
        this.texts = texts;
    }

    @GetMapping("/feedback/all")
    String list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        FeedbackState chosen = FeedbackState.of(state);
        List<FeedbackEntry> entries = feedbacks.all(chosen, before, FeedbackController.PAGE);
        model.addAttribute("state", chosen.code());
        model.addAttribute("states", FeedbackState.values());
        model.addAttribute("entries", entries);
        model.addAttribute("writers", new FeedbackWriters(directory));
        model.addAttribute("before", before);
        model.addAttribute(
                "next",
                entries.size() < FeedbackController.PAGE
                        ? null
                        : entries.get(entries.size() - 1).id());
        return "feedback/all";
    }

    @GetMapping("/feedback/all/{id}")
    ModelAndView show(@PathVariable long id) {
        return page(id, "", null, HttpStatus.OK);
    }

    @PostMapping("/feedback/all/{id}/answer")
    ModelAndView answer(@PathVariable long id, @RequestParam(defaultValue = "") String text, RedirectAttributes flash) {
        feedbacks.find(id).orElseThrow(FeedbackAnswerController::nothing);
        try {
            feedbacks.answer(id, FeedbackText.of(text), current.get());
        } catch (FeedbackRefused e) {
            return page(id, text, e.key(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        flash.addFlashAttribute("notice", "feedback.notice.answered");
        return SeeOther.at("/feedback/all");
    }

    @GetMapping("/feedback/all/export.csv")
    void export(@RequestParam(required = false) @Nullable String state, HttpServletResponse response)
            throws IOException {
        FeedbackState chosen = FeedbackState.of(state);
        audit.record(
                current.get().actor(),
                "feedback.audit.exported",
                "feedback",
                "entries",
                Map.of("state", chosen.code()));
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Disposition", "attachment; filename=\"feedback.csv\"");
        try (Writer out = response.getWriter()) {
            var csv = new FeedbackCsv(out, new FeedbackWriters(directory), texts);
            Long before = null;
            List<FeedbackEntry> entries;
            do {
                entries = feedbacks.all(chosen, before, EXPORT_PAGE);
                for (FeedbackEntry entry : entries) {
                    csv.row(entry);
                    before = entry.id();
                }
            } while (entries.size() == EXPORT_PAGE);
        }
    }

    private ModelAndView page(long id, String text, @Nullable String error, HttpStatus status) {
        FeedbackEntry entry = feedbacks.find(id).orElseThrow(FeedbackAnswerController::nothing);
        var page = new ModelAndView("feedback/answer", status);
        page.addObject("entry", entry);
        page.addObject("writers", new FeedbackWriters(directory));
        page.addObject("text", text);
        page.addObject("longest", FeedbackText.LONGEST);
        page.addObject("error", error == null ? null : texts.text(error, FeedbackText.LONGEST));
        return page;
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
