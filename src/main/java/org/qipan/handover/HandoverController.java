package org.qipan.handover;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Directory;
import org.qipan.directory.Roles;
import org.qipan.directory.Staff;
import org.qipan.directory.Unit;
import org.qipan.directory.UnitPicker;
import org.qipan.identity.KeptForm;
import org.qipan.identity.StepUpFirst;
import org.qipan.page.Fields;
import org.qipan.page.Texts;
import org.qipan.staff.AdminArea;
import org.qipan.staff.StaffRefused;
import org.qipan.task.Once;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 换届交接: one page hands everything over. */
@Controller
@PreAuthorize("hasRole('system-admin')")
class HandoverController {

    private final CurrentStaff current;
    private final Directory directory;
    private final HandoverSheet sheet;
    private final Handovers handovers;
    private final Takers takers;
    private final UnitPicker picker;
    private final Texts texts;

    HandoverController(
            CurrentStaff current,
            Directory directory,
            HandoverSheet sheet,
            Handovers handovers,
            Takers takers,
            UnitPicker picker,
            Texts texts) {
        this.current = current;
        this.directory = directory;
        this.sheet = sheet;
        this.handovers = handovers;
        this.takers = takers;
        this.picker = picker;
        this.texts = texts;
    }

    @GetMapping("/staff/handover")
    @StepUpFirst
    String open(@RequestParam MultiValueMap<String, String> asked, HttpServletRequest request, Model model) {
        Staff admin = current.get();
        Optional<MultiValueMap<String, String>> typed = KeptForm.take(request);
        MultiValueMap<String, String> fields = typed.orElse(asked);
        List<HandoverRow> rows = typed.isPresent() ? sheet.read(fields, admin) : offered(fields, admin, model);
        return form(rows, fields, null, model);
    }

    @PostMapping("/staff/handover")
    @StepUpFirst
    ModelAndView hand(
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes flash) {
        Staff admin = current.get();
        List<HandoverRow> rows = sheet.read(sent, admin);
        if (sent.containsKey("edit")) {
            return new ModelAndView(form(rows, sent, null, model), model.asMap());
        }
        if (rows.stream().anyMatch(row -> row.error() != null)) {
            return refused(rows, sent, "handover.refused", model);
        }
        if (rows.stream().noneMatch(HandoverRow::changes)) {
            return refused(rows, sent, "handover.refused.nothing", model);
        }
        if (!sent.containsKey("confirm")) {
            return confirmation(rows, sent, model);
        }
        try {
            String url = handovers.run(admin, rows, idempotencyKey, Once.hash(sent));
            return texts.to(url, flash, "handover.notice");
        } catch (StaffRefused e) {
            return refused(rows, sent, e.key(), model);
        }
    }

    private static ModelAndView confirmation(List<HandoverRow> rows, MultiValueMap<String, String> sent, Model model) {
        model.addAttribute("rows", rows);
        model.addAttribute("unit", Fields.text(sent, "unit"));
        model.addAttribute("role", Fields.text(sent, "role"));
        model.addAttribute(
                "items",
                rows.stream()
                        .filter(HandoverRow::changes)
                        .mapToInt(HandoverRow::items)
                        .sum());
        return new ModelAndView("handover/confirm", model.asMap());
    }

    @GetMapping("/staff/handovers/{id}")
    String done(@PathVariable UUID id, Model model) {
        List<Handovers.Done> rows = handovers.done(id, current.get());
        if (rows.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("rows", rows);
        model.addAttribute(
                "titles", rows.stream().map(row -> directory.title(row.post())).toList());
        return "handover/done";
    }

    private List<HandoverRow> offered(MultiValueMap<String, String> asked, Staff admin, Model model) {
        AdminArea area = AdminArea.of(admin);
        String from = Fields.text(asked, "from");
        String typed = Fields.text(asked, "unit");
        if (!from.isEmpty()) {
            return person(from, area)
                    .map(sheet::of)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
        if (typed.isEmpty()) {
            return List.of();
        }
        Optional<Unit> unit = picker.meant(typed, area.within(), null).filter(one -> area.holds(one.code()));
        model.addAttribute("unknownUnit", unit.isEmpty());
        return unit.map(one -> sheet.at(one.code(), Fields.text(asked, "role"))).orElse(List.of());
    }

    private Optional<Staff> person(String id, AdminArea area) {
        return Optional.ofNullable(Fields.id(id)).flatMap(directory::staff).filter(area::holds);
    }

    private ModelAndView refused(List<HandoverRow> rows, MultiValueMap<String, String> sent, String key, Model model) {
        form(rows, sent, texts.text(key), model);
        return new ModelAndView("handover/sheet", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private String form(
            List<HandoverRow> rows, MultiValueMap<String, String> asked, @Nullable String error, Model model) {
        AdminArea area = AdminArea.of(current.get());
        model.addAttribute("rows", rows.size() > OpenItems.MOST ? rows.subList(0, OpenItems.MOST) : rows);
        model.addAttribute("more", rows.size() > OpenItems.MOST);
        model.addAttribute("unitText", picker.label(Fields.text(asked, "unit")));
        model.addAttribute("role", Fields.text(asked, "role"));
        model.addAttribute("asked", asked.containsKey("unit") || asked.containsKey("from"));
        model.addAttribute("within", area.within());
        model.addAttribute("roles", Roles.WORK);
        model.addAttribute("offered", rows.isEmpty() ? List.of() : takers.offered(area));
        model.addAttribute("error", error);
        return "handover/sheet";
    }
}
