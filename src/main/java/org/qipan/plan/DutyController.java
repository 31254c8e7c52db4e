package org.qipan.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.qipan.worklist.Refused;
import org.springframework.format.annotation.DateTimeFormat;
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
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("village", duties.valid("village", today));
        model.addAttribute("township", duties.valid("township", today));
        model.addAttribute("today", today);
        return "plan/duties";
    }

    /** Reads the file and shows what it holds; nothing is kept yet. */
    @PostMapping("/check")
    @PreAuthorize(MAY_IMPORT)
    String check(
            @RequestParam MultipartFile file,
            @RequestParam String list,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            Model model,
            HttpServletResponse response)
            throws IOException {
        return read(new String(file.getBytes(), StandardCharsets.UTF_8), list, from, model, response);
    }

    @PostMapping
    @PreAuthorize(MAY_IMPORT)
    String replace(
            @RequestParam String text,
            @RequestParam String list,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        DutyCsv csv = DutyCsv.read(text, known(list), from, words);
        if (!csv.faults().isEmpty()) {
            return read(text, list, from, model, response);
        }
        duties.replace(list, from, csv.items());
        flash.addFlashAttribute(
                "notice", texts.get("plan.duty.imported", csv.items().size()));
        return "redirect:/campaigns/duties";
    }

    private String read(String text, String list, LocalDate from, Model model, HttpServletResponse response) {
        DutyCsv csv = DutyCsv.read(text, known(list), from, words);
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

    private static String known(String list) {
        if (!DutyItems.listed(list)) {
            throw new Refused("plan.refused.incomplete");
        }
        return list;
    }
}
