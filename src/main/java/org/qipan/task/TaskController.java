package org.qipan.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.desk.NextItem;
import org.qipan.directory.CurrentStaff;
import org.qipan.form.Form;
import org.qipan.form.Forms;
import org.qipan.page.SeeOther;
import org.qipan.worklist.CasePage;
import org.qipan.worklist.ReadMarks;
import org.qipan.worklist.Refused;
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
    private final Notices notices;
    private final ReadMarks marks;

    TaskController(
            CurrentStaff current,
            Access access,
            TaskPages pages,
            TaskDrafts drafts,
            Forms forms,
            Completions completions,
            NextItem next,
            Notices notices,
            ReadMarks marks) {
        this.current = current;
        this.access = access;
        this.pages = pages;
        this.drafts = drafts;
        this.forms = forms;
        this.completions = completions;
        this.next = next;
        this.notices = notices;
        this.marks = marks;
    }

    @GetMapping("/tasks/{id}")
    String show(@PathVariable long id, @RequestParam(required = false) @Nullable String draft, Model model) {
        Seen seen = access.see(id, current.get());
        pages.fill(model, seen, TaskPages.Typed.NOTHING, draft != null);
        if (seen.mine() && seen.open()) {
            marks.opened(id, seen.by().id());
        }
        return "task/show";
    }

    @PostMapping("/tasks/{id}/completion")
    ModelAndView complete(
            @PathVariable long id,
            @RequestParam UUID idempotencyKey,
            @RequestParam int version,
            @RequestParam(name = "next", required = false) @Nullable String andNext,
            @RequestParam MultiValueMap<String, String> parameters,
            RedirectAttributes flash) {
        Seen seen = access.own(id, current.get());
        Forms.Submission submission = read(seen, parameters);
        if (submission.redisplay()) {
            return shown(seen, new TaskPages.Typed(submission.typed(), List.of(), List.of()), HttpStatus.OK);
        }
        if (!submission.valid()) {
            drafts.keep(seen, parameters);
            return refused(seen, new TaskPages.Typed(submission.typed(), submission.errors(), List.of()));
        }
        var submitted = new Completions.Submitted(
                idempotencyKey, "POST /tasks/" + id + "/completion", version, Once.hash(parameters));
        return taken(
                seen,
                "completed",
                submission.values(),
                submission.typed(),
                parameters,
                submitted,
                andNext != null,
                flash);
    }

    /** 退回修改: the chosen items, each with a remark. */
    @PostMapping("/tasks/{id}/return")
    ModelAndView giveBack(
            @PathVariable long id,
            @RequestParam UUID idempotencyKey,
            @RequestParam int version,
            @RequestParam(name = "item", defaultValue = "") List<String> chosen,
            @RequestParam MultiValueMap<String, String> parameters,
            RedirectAttributes flash) {
        Seen seen = access.own(id, current.get());
        Map<String, String> remarks = new LinkedHashMap<>();
        chosen.forEach(item -> {
            String remark = parameters.getFirst("remark." + item);
            remarks.put(item, remark == null ? "" : remark.strip());
        });
        if (remarks.isEmpty() || remarks.containsValue("")) {
            return refused(seen, reasons(new Refused("task.refused.remark"), Map.of()));
        }
        var submitted = new Completions.Submitted(
                idempotencyKey, "POST /tasks/" + id + "/return", version, Once.hash(parameters));
        return taken(
                seen, "returned", Map.of(CasePage.RETURNED, remarks), Map.of(), parameters, submitted, false, flash);
    }

    private ModelAndView taken(
            Seen seen,
            String act,
            Map<String, Object> values,
            Map<String, Object> typed,
            MultiValueMap<String, String> parameters,
            Completions.Submitted submitted,
            boolean andNext,
            RedirectAttributes flash) {
        try {
            String location = completions.complete(
                    seen, act, values, submitted, () -> andNext ? next.after(seen.item(), seen.by()) : "/worklist");
            drafts.discard(seen);
            notices.put(flash, "task.notice." + act);
            return SeeOther.at(location);
        } catch (Refused e) {
            drafts.keep(seen, parameters);
            return refused(seen, reasons(e, typed));
        } catch (Once.KeyReused e) {
            drafts.keep(seen, parameters);
            return refused(seen, reasons(new Refused("task.refused.key"), typed));
        } catch (Conflict e) {
            drafts.keep(seen, parameters);
            ModelAndView page = new ModelAndView("task/conflict", HttpStatus.CONFLICT);
            page.addObject("conflict", ConflictPage.of(access.see(seen.item().id(), seen.by()), parameters));
            return page;
        }
    }

    private Forms.Submission read(Seen seen, MultiValueMap<String, String> parameters) {
        // A task that has ended has no form any more; what was typed is kept as it came.
        Form form = seen.open() ? pages.form(seen.item()) : null;
        if (form != null) {
            return forms.read(form, parameters, pages.context(seen));
        }
        return new Forms.Submission(Map.of(), Map.of(), List.of());
    }

    private TaskPages.Typed reasons(Refused refused, Map<String, Object> typed) {
        List<Forms.FieldError> fields = refused.reasons().stream()
                .filter(reason -> reason.field() != null)
                .map(reason -> new Forms.FieldError(java.util.Objects.requireNonNull(reason.field()), text(reason)))
                .toList();
        List<String> others = refused.reasons().stream()
                .filter(reason -> reason.field() == null)
                .map(reason -> text(reason))
                .toList();
        return new TaskPages.Typed(typed, fields, others);
    }

    private String text(Refused.Reason reason) {
        return notices.text(reason.key(), reason.arguments().toArray());
    }

    private ModelAndView refused(Seen seen, TaskPages.Typed typed) {
        return shown(seen, typed, HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private ModelAndView shown(Seen seen, TaskPages.Typed typed, HttpStatus status) {
        ModelAndView page = new ModelAndView("task/show", status);
        Model model = new org.springframework.ui.ConcurrentModel();
        pages.fill(model, access.see(seen.item().id(), seen.by()), typed, false);
        page.addAllObjects(model.asMap());
        return page;
    }
}
