package org.qipan.annual;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.audit.Audit;
import org.qipan.demand.FormActs;
import org.qipan.demand.FormActs.Sent;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.qipan.page.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 年度报告 of one's own unit: the newest approved one, else the draft. */
@Controller
@RequestMapping("/complaints/annual")
@PreAuthorize(
        "hasAnyRole('complaint-officer','village-head','township-leader','district-leader','city-leader','province-officer','province-leader')")
class AnnualController {

    private static final String YEAR = "/{year:[0-9]{4}}";
    private static final int FIRST_YEAR = 2018;

    private final CurrentStaff current;
    private final AnnualReports reports;
    private final AnnualWorkbook workbook;
    private final Directory directory;
    private final FormActs acts;
    private final Audit audit;
    private final Texts texts;
    private final Clock clock;

    AnnualController(
            CurrentStaff current,
            AnnualReports reports,
            AnnualWorkbook workbook,
            Directory directory,
            FormActs acts,
            Audit audit,
            Texts texts,
            Clock clock) {
        this.current = current;
        this.reports = reports;
        this.workbook = workbook;
        this.directory = directory;
        this.acts = acts;
        this.audit = audit;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    String thisYear() {
        return "redirect:/complaints/annual/" + LocalDate.now(clock).getYear();
    }

    @GetMapping(YEAR)
    ModelAndView show(@PathVariable int year, @RequestParam(required = false) @Nullable Integer version) {
        return page(year, version, current.get(), Map.of());
    }

    @GetMapping(YEAR + "/export")
    void export(
            @PathVariable int year,
            @RequestParam(required = false) @Nullable Integer version,
            HttpServletResponse response)
            throws IOException {
        Staff staff = current.get();
        String unit = unit(year, staff);
        AnnualVersion approved = chosen(reports.versions(unit, year), version);
        audit.record(staff.actor(), "annual.audit.export", "annual-report", unit + "-" + year, Map.of());
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"annual-" + year + ".xlsx\"");
        AnnualContent content = approved == null ? reports.draft(unit, year, staff) : approved.content();
        String state = approved == null
                ? texts.text("annual.draft", content.through())
                : texts.text("annual.approved", approved.version(), approved.approved(), approved.by());
        workbook.write(content, directory.name(unit), state, response.getOutputStream());
    }

    @PostMapping(YEAR + "/approval")
    ModelAndView approve(
            @PathVariable int year,
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes flash) {
        Staff by = current.get();
        String unit = unit(year, by);
        String url = "/complaints/annual/" + year;
        return acts.run(
                new Sent(idempotencyKey, by.id(), "POST " + url + "/approval", sent),
                "annual.notice.approved",
                flash,
                () -> url + "?version=" + reports.approve(unit, year, by),
                errors -> page(year, 0, by, errors));
    }

    /** @param version 0 for the draft, null for the newest approved one */
    private ModelAndView page(int year, @Nullable Integer version, Staff reader, Map<String, String> errors) {
        String unit = unit(year, reader);
        List<AnnualVersion> versions = reports.versions(unit, year);
        AnnualVersion approved = chosen(versions, version);
        ModelAndView page = new ModelAndView("annual/show");
        page.addObject("report", approved == null ? reports.draft(unit, year, reader) : approved.content());
        page.addObject("approved", approved);
        page.addObject("versions", versions);
        page.addObject("unit", directory.name(unit));
        page.addObject("year", String.valueOf(year));
        boolean approver = approved == null && reports.leader(unit, reader).isPresent();
        page.addObject("mayApprove", approver && reports.over(year));
        page.addObject("tooEarly", approver && !reports.over(year));
        page.addObject("errors", errors);
        int thisYear = LocalDate.now(clock).getYear();
        page.addObject("previous", year > FIRST_YEAR ? String.valueOf(year - 1) : null);
        page.addObject("next", year < thisYear ? String.valueOf(year + 1) : null);
        return page;
    }

    private static @Nullable AnnualVersion chosen(List<AnnualVersion> versions, @Nullable Integer version) {
        if (version == null) {
            return versions.isEmpty() ? null : versions.get(0);
        }
        if (version == 0) {
            return null;
        }
        return versions.stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String unit(int year, Staff reader) {
        if (year < FIRST_YEAR || year > LocalDate.now(clock).getYear()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return reports.unit(reader).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
