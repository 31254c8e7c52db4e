package org.qipan.subject;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qipan.audit.CurrentActor;
import org.qipan.page.Fields;
import org.qipan.page.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One subject: what it says, what it said before, and its changes. */
@Controller
class SubjectEditController {

    private final SubjectPages pages;
    private final SubjectEdits edits;
    private final Subjects subjects;
    private final SubjectTable table;
    private final CurrentActor current;
    private final Texts texts;

    SubjectEditController(
            SubjectPages pages,
            SubjectEdits edits,
            Subjects subjects,
            SubjectTable table,
            CurrentActor current,
            Texts texts) {
        this.pages = pages;
        this.edits = edits;
        this.subjects = subjects;
        this.table = table;
        this.current = current;
        this.texts = texts;
    }

    @GetMapping("/subjects/new")
    @PreAuthorize(SubjectController.ADMIN)
    ModelAndView blank(@RequestParam(defaultValue = "") String parent) {
        return form("subject/new", SubjectEntry.of(0, "", parent, "", "", "", "", false), Map.of());
    }

    @PostMapping("/subjects")
    @PreAuthorize(SubjectController.ADMIN)
    ModelAndView add(@RequestParam MultiValueMap<String, String> sent, RedirectAttributes flash) {
        SubjectEntry entry = entry(Fields.text(sent, "code"), sent);
        List<SubjectFault> faults = subjects.tree().row(entry.code()) != null
                ? List.of(new SubjectFault(0, "code", "subject.fault.code.taken", entry.code()))
                : done(entry, sent);
        return faults.isEmpty()
                ? texts.to("/subjects/" + entry.code(), flash, "subject.notice.added")
                : refused("subject/new", entry, faults, sent);
    }

    @GetMapping("/subjects/{code}")
    @PreAuthorize(SubjectController.READERS)
    ModelAndView look(@PathVariable String code, Authentication reader) {
        return shown(code, null, Map.of(), SubjectController.mayEdit(reader));
    }

    @PostMapping("/subjects/{code}")
    @PreAuthorize(SubjectController.ADMIN)
    ModelAndView change(
            @PathVariable String code, @RequestParam MultiValueMap<String, String> sent, RedirectAttributes flash) {
        known(code);
        SubjectEntry entry = entry(code, sent);
        List<SubjectFault> faults = done(entry, sent);
        return faults.isEmpty()
                ? texts.to("/subjects/" + code, flash, "subject.notice.changed")
                : refused("subject/show", entry, faults, sent);
    }

    /** 停用: complaints that have it keep it. */
    @PostMapping("/subjects/{code}/retirement")
    @PreAuthorize(SubjectController.ADMIN)
    ModelAndView retire(
            @PathVariable String code, @RequestParam MultiValueMap<String, String> sent, RedirectAttributes flash) {
        SubjectRow row = known(code);
        List<SubjectFault> faults = done(SubjectEntry.retiring(row), sent);
        return faults.isEmpty()
                ? texts.to("/subjects/" + code, flash, "subject.notice.retired")
                : refused("subject/show", SubjectEntry.retiring(row), faults, sent);
    }

    private List<SubjectFault> done(SubjectEntry entry, MultiValueMap<String, String> sent) {
        LocalDate day = Fields.day(Fields.text(sent, "day"));
        if (day == null) {
            return List.of(new SubjectFault(0, "day", "subject.fault.day.form", Fields.text(sent, "day")));
        }
        String version = Fields.text(sent, "version");
        return edits.apply(
                List.of(entry), day, version.matches("\\d{1,18}") ? Long.parseLong(version) : -1, current.actor());
    }

    private static SubjectEntry entry(String code, MultiValueMap<String, String> sent) {
        return SubjectEntry.of(
                0,
                code,
                Fields.text(sent, "parent"),
                Fields.text(sent, "name"),
                Fields.text(sent, "department"),
                Fields.text(sent, "term"),
                Fields.text(sent, "basis"),
                false);
    }

    private ModelAndView refused(
            String page, SubjectEntry entry, List<SubjectFault> faults, MultiValueMap<String, String> sent) {
        Map<String, String> errors = pages.errors(faults);
        ModelAndView view =
                page.equals("subject/new") ? form(page, entry, errors) : shown(entry.code(), entry, errors, true);
        view.addObject("day", Fields.text(sent, "day"));
        view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return view;
    }

    private ModelAndView shown(
            String code,
            @org.jspecify.annotations.Nullable SubjectEntry typed,
            Map<String, String> errors,
            boolean editable) {
        List<SubjectPages.Version> versions = pages.versions(code);
        if (versions.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        SubjectRow row = Optional.ofNullable(subjects.tree().row(code))
                .orElse(versions.get(0).row());
        ModelAndView view = form("subject/show", typed == null ? typed(row) : typed, errors);
        view.addObject("subject", row);
        view.addObject("path", subjects.find(row.id()).map(Subject::path).orElse(row.name()));
        view.addObject("versions", versions);
        view.addObject("editable", editable && subjects.tree().row(code) != null);
        return view;
    }

    private ModelAndView form(String page, SubjectEntry entry, Map<String, String> errors) {
        ModelAndView view = new ModelAndView(page);
        view.addObject("entry", entry);
        view.addObject("errors", errors);
        view.addObject("version", table.version());
        view.addObject("day", subjects.today().toString());
        view.addObject("uppers", subjects.tree().rows().values());
        view.addObject("offices", pages.offices());
        view.addObject("terms", pages.terms());
        return view;
    }

    private SubjectRow known(String code) {
        return Optional.ofNullable(subjects.tree().row(code))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static SubjectEntry typed(SubjectRow row) {
        return new SubjectEntry(
                0, row.code(), row.parent(), row.name(), row.department(), row.term(), row.basis(), false);
    }
}
