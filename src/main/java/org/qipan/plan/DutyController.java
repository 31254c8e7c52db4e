package org.qipan.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The duty lists: to read for all, to import for officers of the county or prefecture and of the town. */
@Controller
@RequestMapping("/campaigns/duties")
class DutyController {

    private static final String MAY_IMPORT = "hasAnyRole('township-officer', 'district-officer', 'city-officer')";

    private final DutyItems duties;
    private final PlanWords words;
    private final PlanTexts texts;
    private final Clock clock;

    DutyController(DutyItems duties, PlanWords words, PlanTexts texts, Clock clock) {
        this.duties = duties;
        this.words = words;
        this.texts = texts;
        this.clock = clock;
    }

    /** A fault in words. */
    record FaultRow(int line, int column, String text) {}

    @GetMapping
    String show(Model model) {
        return lists(model, "village", LocalDate.now(clock).toString(), Map.of());
    }

    /** Reads the file and shows what it holds; nothing is kept yet. */
    @PostMapping("/check")
    @PreAuthorize(MAY_IMPORT)
    String check(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String from,
            Model model,
            HttpServletResponse response)
            throws IOException {
        String text = file == null ? "" : new String(file.getBytes(), StandardCharsets.UTF_8);
        return day(from) == null || !DutyItems.listed(list) || text.isBlank()
                ? refused(text, list, from, model, response)
                : read(text, list, from, model, response);
    }

    @PostMapping
    @PreAuthorize(MAY_IMPORT)
    String replace(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String from,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        LocalDate day = day(from);
        if (day == null || !DutyItems.listed(list)) {
            return refused(text, list, from, model, response);
        }
        DutyCsv csv = DutyCsv.read(text, list, day, words);
        if (!csv.faults().isEmpty()) {
            return read(text, list, from, model, response);
        }
        duties.replace(list, day, csv.items());
        flash.addFlashAttribute(
                "notice", texts.get("plan.duty.imported", csv.items().size()));
        return "redirect:/campaigns/duties";
    }

    private String lists(Model model, String list, String from, Map<String, String> errors) {
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("village", duties.valid("village", today));
        model.addAttribute("township", duties.valid("township", today));
        model.addAttribute("list", list);
        model.addAttribute("from", from);
        model.addAttribute("errors", errors);
        return "plan/duties";
    }

    /** The form again, with what was typed; a browser sends no file twice. */
    private String refused(String text, String list, String from, Model model, HttpServletResponse response) {
        Map<String, String> errors = new HashMap<>();
        if (day(from) == null) {
            errors.put("from", texts.get("plan.duty.fault.day", from));
        }
        if (!DutyItems.listed(list)) {
            errors.put("list", texts.get("plan.refused.incomplete"));
        }
        errors.put("file", texts.get(text.isBlank() ? "plan.duty.fault.nothing" : "plan.duty.fault.again"));
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return lists(model, list, from, errors);
    }

    private String read(String text, String list, String from, Model model, HttpServletResponse response) {
        DutyCsv csv = DutyCsv.read(text, list, LocalDate.parse(from), words);
        List<FaultRow> faults = csv.faults().stream()
                .map(f -> new FaultRow(
                        f.line(),
                        f.column(),
                        texts.get(f.reason().key(), f.reason().arguments().toArray())))
                .toList();
        if (!faults.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
        model.addAttribute("faults", faults);
        model.addAttribute("items", csv.items());
        model.addAttribute("text", text);
        model.addAttribute("list", list);
        model.addAttribute("from", from);
        return "plan/duties-check";
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
