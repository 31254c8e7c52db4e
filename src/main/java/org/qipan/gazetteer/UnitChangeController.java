package org.qipan.gazetteer;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Unit;
import org.qipan.directory.UnitPage;
import org.qipan.directory.UnitPicker;
import org.qipan.page.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Rename, close and merge units. */
@Controller
@PreAuthorize("hasRole('system-admin')")
class UnitChangeController {

    private final UnitChanges changes;
    private final UnitPicker picker;
    private final UnitPage page;
    private final Texts texts;

    UnitChangeController(UnitChanges changes, UnitPicker picker, UnitPage page, Texts texts) {
        this.changes = changes;
        this.picker = picker;
        this.page = page;
        this.texts = texts;
    }

    @PostMapping("/directory/units/{code}/name")
    String rename(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable LocalDate at,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        model.addAttribute("typedName", name);
        return change(
                code, at, "gazetteer.change.renamed", model, response, flash, day -> changes.rename(code, name, day));
    }

    @PostMapping("/directory/units/{code}/end")
    String close(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable LocalDate at,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return change(code, at, "gazetteer.change.closed", model, response, flash, day -> changes.close(code, day));
    }

    @PostMapping("/directory/units/{code}/merger")
    String merge(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String into,
            @RequestParam(required = false) @Nullable LocalDate at,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        model.addAttribute("typedInto", picker.label(into));
        return change(code, at, "gazetteer.change.merged", model, response, flash, day -> {
            Unit heir = picker.meant(into, "", null)
                    .orElseThrow(() -> new UnitChanges.Refused("gazetteer.change.refused.into"));
            changes.merge(code, heir.code(), day);
        });
    }

    private interface Change {
        void on(LocalDate day);
    }

    private String change(
            String code,
            @Nullable LocalDate at,
            String done,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Change change) {
        try {
            if (at == null) {
                throw new UnitChanges.Refused("gazetteer.change.refused.date");
            }
            change.on(at);
        } catch (UnitChanges.Refused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", e.key());
            model.addAttribute("typedAt", at);
            page.show(code, model);
            return "directory/unit";
        }
        texts.notice(flash, done);
        return "redirect:/directory/units/" + code;
    }
}
