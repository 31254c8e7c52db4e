package org.qipan.subject;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.qipan.audit.CurrentActor;
import org.qipan.page.Fields;
import org.qipan.page.SeeOther;
import org.qipan.page.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 导入: upload, see what would change, confirm. */
@Controller
@RequestMapping("/subjects/import")
@PreAuthorize(SubjectController.ADMIN)
class SubjectImportController {

    private final SubjectFile files;
    private final SubjectImports imports;
    private final SubjectEdits edits;
    private final SubjectPages pages;
    private final Subjects subjects;
    private final CurrentActor current;
    private final Texts texts;

    SubjectImportController(
            SubjectFile files,
            SubjectImports imports,
            SubjectEdits edits,
            SubjectPages pages,
            Subjects subjects,
            CurrentActor current,
            Texts texts) {
        this.files = files;
        this.imports = imports;
        this.edits = edits;
        this.pages = pages;
        this.subjects = subjects;
        this.current = current;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView open() {
        return form(subjects.today().toString(), List.of());
    }

    @PostMapping
    ModelAndView upload(@RequestParam MultipartFile file, @RequestParam(defaultValue = "") String day)
            throws IOException {
        LocalDate from = Fields.day(day);
        if (from == null) {
            return form(day, List.of(new SubjectFault(0, "day", "subject.fault.day.form", day)));
        }
        SubjectFile.Read read = files.read(file.getBytes());
        if (!read.faults().isEmpty()) {
            return form(day, read.faults());
        }
        String name = file.getOriginalFilename();
        UUID id = imports.keep(name == null ? "" : name, from, read.entries(), current.actor());
        return SeeOther.at("/subjects/import/" + id);
    }

    @GetMapping("/{id}")
    ModelAndView preview(@PathVariable UUID id) {
        return shown(known(id), id, List.of());
    }

    @PostMapping("/{id}")
    ModelAndView confirm(@PathVariable UUID id, @RequestParam long version, RedirectAttributes flash) {
        SubjectImports.Kept kept = known(id);
        List<SubjectFault> faults = imports.confirm(id, kept, version, current.actor());
        if (faults.isEmpty()) {
            return texts.to(
                    "/subjects",
                    flash,
                    "subject.notice.imported",
                    kept.entries().size());
        }
        ModelAndView view = shown(kept, id, faults);
        view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return view;
    }

    private SubjectImports.Kept known(UUID id) {
        return imports.find(id, current.actor()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView shown(SubjectImports.Kept kept, UUID id, List<SubjectFault> faults) {
        ModelAndView view = new ModelAndView("subject/preview");
        view.addObject("id", id);
        view.addObject("kept", kept);
        view.addObject("preview", edits.preview(kept.entries(), kept.day()));
        view.addObject("errors", pages.errors(faults).values());
        return view;
    }

    private ModelAndView form(String day, List<SubjectFault> faults) {
        ModelAndView view = new ModelAndView("subject/import");
        view.addObject("day", day);
        view.addObject("most", SubjectFile.MOST);
        view.addObject("errors", pages.errors(faults).values());
        if (!faults.isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return view;
    }
}
