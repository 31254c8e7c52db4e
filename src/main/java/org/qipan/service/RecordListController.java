package org.qipan.service;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.qipan.directory.Unit;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The records of an area: dates, no clock times, nobody's name. */
@Controller
@PreAuthorize(
        "hasAnyRole('village-worker','village-head','township-officer','township-leader','district-officer','district-leader',"
                + "'city-officer','city-leader','province-officer','province-leader','department-officer','service-provider','liaison','evaluator')")
class RecordListController {

    private static final int PAGE = 50;

    private final RecordLists lists;
    private final RecordSheet sheet;
    private final RecordExport export;
    private final ServiceCatalogue catalogue;
    private final Directory directory;
    private final CurrentStaff current;

    RecordListController(
            RecordLists lists,
            RecordSheet sheet,
            RecordExport export,
            ServiceCatalogue catalogue,
            Directory directory,
            CurrentStaff current) {
        this.lists = lists;
        this.sheet = sheet;
        this.export = export;
        this.catalogue = catalogue;
        this.directory = directory;
        this.current = current;
    }

    @GetMapping("/work-records/area")
    String area(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable UUID campaign,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate beforeDay,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        Staff staff = current.get();
        var filter = new RecordFilter(text(kind), known(unit), campaign, from, to, beforeDay, before);
        List<WorkRecord> found = lists.list(filter, Reach.of(staff), PAGE + 1);
        List<RecordSheet.Line> shown = found.stream()
                .limit(PAGE)
                .map(record -> sheet.line(record, null))
                .toList();
        model.addAttribute("filter", filter);
        model.addAttribute("lines", shown);
        model.addAttribute("more", found.size() > PAGE ? shown.get(shown.size() - 1) : null);
        model.addAttribute("kinds", catalogue.all());
        model.addAttribute("units", units(staff));
        model.addAttribute(
                "campaigns",
                staff.posts().stream()
                        .flatMap(post -> sheet.running(post).stream())
                        .distinct()
                        .toList());
        return "service/area";
    }

    @GetMapping("/work-records/export")
    void export(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable UUID campaign,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "xlsx") String format,
            HttpServletResponse response)
            throws IOException {
        var filter = new RecordFilter(text(kind), known(unit), campaign, from, to, null, null);
        List<WorkRecord> found = lists.list(filter, Reach.of(current.get()), RecordExport.MOST);
        boolean csv = format.equals("csv");
        response.setContentType(
                csv ? "text/csv;charset=UTF-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"work-records." + (csv ? "csv" : "xlsx") + "\"");
        if (csv) {
            export.csv(found, response.getOutputStream());
        } else {
            export.workbook(found, response.getOutputStream());
        }
    }

    private List<Unit> units(Staff staff) {
        return staff.posts().stream()
                .map(post -> post.unit())
                .distinct()
                .flatMap(code -> directory.lower(code).stream())
                .toList();
    }

    /** A code that is not a unit's would not be a range; an unknown one finds nothing. */
    private @Nullable String known(@Nullable String unit) {
        String code = text(unit);
        return code == null || directory.find(code).isPresent() ? code : "000000000000-0";
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
