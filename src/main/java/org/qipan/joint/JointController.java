package org.qipan.joint;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Unit;
import org.qipan.directory.UnitPicker;
import org.qipan.file.Files;
import org.qipan.file.StoredFile;
import org.qipan.page.Fields;
import org.qipan.page.SeeOther;
import org.qipan.task.ItemOnce;
import org.qipan.task.Notices;
import org.qipan.task.Seen;
import org.qipan.task.VisibleItems;
import org.qipan.worklist.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 会办: asking, withdrawing, no longer waiting. */
@Controller
class JointController {

    private static final int LONGEST = 2_000;

    private final CurrentStaff current;
    private final VisibleItems visible;
    private final Joints joints;
    private final UnitPicker picker;
    private final Files files;
    private final ItemOnce once;
    private final Notices notices;

    JointController(
            CurrentStaff current,
            VisibleItems visible,
            Joints joints,
            UnitPicker picker,
            Files files,
            ItemOnce once,
            Notices notices) {
        this.current = current;
        this.visible = visible;
        this.joints = joints;
        this.picker = picker;
        this.files = files;
        this.once = once;
        this.notices = notices;
    }

    /** What was typed; shown again as it was if it is refused. */
    record JointForm(
            @Nullable String unit,
            @Nullable String question,
            @Nullable String until,
            @Nullable List<UUID> file) {

        String text() {
            return question == null ? "" : question.strip();
        }

        public List<UUID> files() {
            return Objects.requireNonNullElse(file, List.of());
        }
    }

    @GetMapping("/tasks/{id}/joints")
    String page(@PathVariable long id, Model model) {
        fill(model, visible.own(id, current.get()), new JointForm(null, null, null, null), null);
        return "joint/ask";
    }

    @PostMapping("/tasks/{id}/joints")
    ModelAndView ask(
            @PathVariable long id,
            @ModelAttribute JointForm form,
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            RedirectAttributes flash) {
        Seen seen = visible.own(id, current.get());
        try {
            Joints.Question question = question(form, seen);
            String url = once.run(seen, idempotencyKey, "/joints", parameters, () -> joints.ask(seen, question));
            return to(url, "joint.notice.asked", flash);
        } catch (Refused e) {
            return refused(model, seen, form, e);
        }
    }

    /** A second click finds nothing to withdraw, so no key is needed; so with closing. */
    @PostMapping("/tasks/{id}/joints/{joint}/withdrawal")
    ModelAndView withdraw(@PathVariable long id, @PathVariable UUID joint, RedirectAttributes flash) {
        Seen seen = visible.own(id, current.get());
        return ended(id, flash, "joint.notice.withdrawn", () -> joints.withdraw(seen, joint));
    }

    @PostMapping("/tasks/{id}/joints/{joint}/closing")
    ModelAndView close(
            @PathVariable long id,
            @PathVariable UUID joint,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        Seen seen = visible.own(id, current.get());
        return ended(id, flash, "joint.notice.closed", () -> {
            if (reason.isBlank() || reason.length() > LONGEST) {
                throw new Refused("joint.refused.reason");
            }
            joints.close(seen, joint, reason.strip());
        });
    }

    private ModelAndView ended(long id, RedirectAttributes flash, String notice, Runnable effect) {
        try {
            effect.run();
            return to("/tasks/" + id, notice, flash);
        } catch (Refused e) {
            return to("/tasks/" + id, notices.text(e), flash);
        }
    }

    private Joints.Question question(JointForm form, Seen seen) {
        String typed = Objects.requireNonNullElse(form.unit(), "").strip();
        Unit unit = picker.meant(typed, "", null).orElseThrow(() -> new Refused("joint.refused.unit"));
        LocalDate until = Fields.day(form.until());
        if (form.text().isEmpty() || form.text().length() > LONGEST || until == null) {
            throw new Refused("joint.refused.incomplete", LONGEST);
        }
        List<UUID> readable = readable(seen).stream()
                .map(StoredFile::id)
                .filter(form.files()::contains)
                .toList();
        return new Joints.Question(unit, form.text(), until, readable);
    }

    private List<StoredFile> readable(Seen seen) {
        return files.of(seen.item().caseId()).stream()
                .filter(file -> files.readable(file.id(), seen.by()).isPresent())
                .toList();
    }

    private ModelAndView refused(Model model, Seen seen, JointForm form, Refused refused) {
        fill(model, seen, form, notices.text(refused));
        return new ModelAndView("joint/ask", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private void fill(Model model, Seen seen, JointForm form, @Nullable String error) {
        model.addAttribute("item", seen.item());
        model.addAttribute("files", readable(seen));
        model.addAttribute("form", form);
        model.addAttribute("label", picker.label(form.unit()));
        model.addAttribute("error", error);
    }

    private static ModelAndView to(String url, String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        return SeeOther.at(url);
    }
}
