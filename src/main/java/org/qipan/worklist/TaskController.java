package org.qipan.worklist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.CurrentStaff;
import org.qipan.form.Form;
import org.qipan.form.Forms;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** The task page: shows an item and takes what was typed into it. */
@Controller
class TaskController {

    private final CurrentStaff current;
    private final Access access;
    private final TaskPages pages;
    private final TaskDrafts drafts;
    private final Forms forms;
    private final Completions completions;
    private final NextItem next;
    private final MessageSource messages;

    TaskController(
            CurrentStaff current,
            Access access,
            TaskPages pages,
            TaskDrafts drafts,
            Forms forms,
            Completions completions,
            NextItem next,
            MessageSource messages) {
        this.current = current;
        this.access = access;
        this.pages = pages;
        this.drafts = drafts;
        this.forms = forms;
        this.completions = completions;
        this.next = next;
        this.messages = messages;
    }

    @GetMapping("/tasks/{id}")
    String show(@PathVariable long id, @RequestParam(defaultValue = "false") boolean draft, Model model) {
        pages.fill(model, access.see(id, current.get()), TaskPages.Typed.NOTHING, draft);
        return "worklist/task";
    }

    @PostMapping("/tasks/{id}/completion")
    ModelAndView complete(
            @PathVariable long id,
            @RequestParam UUID idempotencyKey,
            @RequestParam int version,
            @RequestParam(name = "next", required = false) @Nullable String andNext,
            @RequestParam MultiValueMap<String, String> parameters,
            Locale locale,
            RedirectAttributes flash) {
        Seen seen = access.own(id, current.get());
        Forms.Submission submission = read(seen, parameters);
        if (!submission.valid()) {
            drafts.keep(seen, submission.typed());
            return refused(seen, new TaskPages.Typed(submission.typed(), submission.errors(), List.of()));
        }
        var submitted = new Completions.Submitted(
                idempotencyKey, "POST /tasks/" + id + "/completion", version, Once.hash(parameters));
        return taken(
                seen, "completed", submission.values(), submission.typed(), submitted, andNext != null, locale, flash);
    }

    /** 退回修改: the chosen items, each with a remark. */
    @PostMapping("/tasks/{id}/return")
    ModelAndView giveBack(
            @PathVariable long id,
            @RequestParam UUID idempotencyKey,
            @RequestParam int version,
            @RequestParam(name = "item", defaultValue = "") List<String> chosen,
            @RequestParam MultiValueMap<String, String> parameters,
            Locale locale,
            RedirectAttributes flash) {
        Seen seen = access.own(id, current.get());
        Map<String, String> remarks = new LinkedHashMap<>();
        chosen.forEach(item -> {
            String remark = parameters.getFirst("remark." + item);
            remarks.put(item, remark == null ? "" : remark.strip());
        });
        if (remarks.isEmpty() || remarks.containsValue("")) {
            return refused(seen, reasons(new Refused("worklist.refused.remark"), Map.of(), locale));
        }
        var submitted = new Completions.Submitted(
                idempotencyKey, "POST /tasks/" + id + "/return", version, Once.hash(parameters));
        return taken(seen, "returned", Map.of(CasePage.RETURNED, remarks), Map.of(), submitted, false, locale, flash);
    }

    private ModelAndView taken(
            Seen seen,
            String act,
            Map<String, Object> values,
            Map<String, Object> typed,
            Completions.Submitted submitted,
            boolean andNext,
            Locale locale,
            RedirectAttributes flash) {
        try {
            String location =
                    completions.complete(seen, act, values, submitted, () -> andNext ? next.after(seen) : "/worklist");
            drafts.discard(seen);
            flash.addFlashAttribute("notice", "worklist.notice." + act);
            RedirectView view = new RedirectView(location, true);
            view.setStatusCode(HttpStatus.SEE_OTHER);
            return new ModelAndView(view);
        } catch (Refused e) {
            drafts.keep(seen, typed);
            return refused(seen, reasons(e, typed, locale));
        } catch (Once.KeyReused e) {
            drafts.keep(seen, typed);
            return refused(seen, reasons(new Refused("worklist.refused.key"), typed, locale));
        } catch (Conflict e) {
            drafts.keep(seen, typed);
            ModelAndView page = new ModelAndView("worklist/conflict", HttpStatus.CONFLICT);
            page.addObject("conflict", ConflictPage.of(access.see(seen.item().id(), seen.by()), typed));
            return page;
        }
    }

    private Forms.Submission read(Seen seen, MultiValueMap<String, String> parameters) {
        // A task that has ended has no form any more; what was typed is kept as it came.
        Form form = seen.open() ? pages.form(seen.item()) : null;
        if (form != null) {
            return forms.read(form, parameters);
        }
        Map<String, Object> typed = new LinkedHashMap<>(parameters.toSingleValueMap());
        typed.keySet().removeAll(List.of("idempotencyKey", "version", "next", "_csrf"));
        return new Forms.Submission(Map.of(), typed, List.of());
    }

    private TaskPages.Typed reasons(Refused refused, Map<String, Object> typed, Locale locale) {
        List<Forms.FieldError> fields = refused.reasons().stream()
                .filter(reason -> reason.field() != null)
                .map(reason ->
                        new Forms.FieldError(java.util.Objects.requireNonNull(reason.field()), text(reason, locale)))
                .toList();
        List<String> others = refused.reasons().stream()
                .filter(reason -> reason.field() == null)
                .map(reason -> text(reason, locale))
                .toList();
        return new TaskPages.Typed(typed, fields, others);
    }

    private String text(Refused.Reason reason, Locale locale) {
        return messages.getMessage(reason.key(), reason.arguments().toArray(), locale);
    }

    private ModelAndView refused(Seen seen, TaskPages.Typed typed) {
        ModelAndView page = new ModelAndView("worklist/task", HttpStatus.UNPROCESSABLE_ENTITY);
        Model model = new org.springframework.ui.ConcurrentModel();
        pages.fill(model, access.see(seen.item().id(), seen.by()), typed, false);
        page.addAllObjects(model.asMap());
        return page;
    }
}
