package org.qipan.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.figure.FigureScope;
import org.qipan.figure.SheetWorkbook;
import org.qipan.figure.StatisticalForm;
import org.qipan.figure.StatisticalForms;
import org.qipan.page.SeeOther;
import org.qipan.worklist.Refused;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 统计表: every figure opens, none can be typed. */
@Controller
@RequestMapping("/reports")
@PreAuthorize(
        "hasAnyRole('village-worker','village-head','township-officer','township-leader','district-officer','district-leader',"
                + "'city-officer','city-leader','province-officer','province-leader','department-officer','service-provider','evaluator','liaison')")
class ReportController {

    private final Reports reports;
    private final ColumnSets sets;
    private final StatisticalForms forms;
    private final KnownCampaigns campaigns;
    private final Reading reading;
    private final ReportTexts texts;

    ReportController(
            Reports reports,
            ColumnSets sets,
            StatisticalForms forms,
            KnownCampaigns campaigns,
            Reading reading,
            ReportTexts texts) {
        this.reports = reports;
        this.sets = sets;
        this.forms = forms;
        this.campaigns = campaigns;
        this.reading = reading;
        this.texts = texts;
    }

    /** Which sheet is asked for; every part may be missing. */
    record Asked(
            @Nullable String unit,
            @Nullable UUID campaign,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate from,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate to,

            @Nullable Integer version) {}

    @GetMapping
    String list(Model model) {
        String unit = reading.unit(null);
        model.addAttribute("unit", unit);
        model.addAttribute("campaigns", campaigns.in(unit));
        model.addAttribute("forms", forms.all());
        model.addAttribute("own", sets.of(reading.staff().id()));
        return "report/list";
    }

    @GetMapping("/{form}")
    String show(@PathVariable String form, Asked asked, Model model) {
        FigureScope scope = scope(asked);
        Reports.Page page = reports.page(form(form), scope, asked.version());
        model.addAttribute("page", page);
        model.addAttribute("printed", page.printed());
        model.addAttribute("form", form);
        model.addAttribute("scope", scope);
        model.addAttribute("version", asked.version());
        model.addAttribute("confirmable", asked.version() == null && confirms(scope.within()));
        return "report/sheet";
    }

    @GetMapping("/{form}/cell")
    String cell(
            @PathVariable String form,
            Asked asked,
            @RequestParam String row,
            @RequestParam String column,
            Model model) {
        FigureScope scope = scope(asked);
        try {
            model.addAttribute("behind", reports.behind(form(form), scope, row, column));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("form", form);
        model.addAttribute("scope", scope);
        return "report/cell";
    }

    @GetMapping("/{form}/workbook")
    void workbook(@PathVariable String form, Asked asked, HttpServletResponse response) throws IOException {
        Reports.Page page = reports.page(form(form), scope(asked), asked.version());
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"form-" + form + ".xlsx\"");
        SheetWorkbook.write(page.printed(), response.getOutputStream());
    }

    @PostMapping("/{form}/confirm")
    ModelAndView confirm(@PathVariable String form, Asked asked, RedirectAttributes redirect) {
        FigureScope scope = scope(asked);
        if (!confirms(scope.within())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        redirect.addAttribute(
                "version", reports.keep(form(form), scope, reading.staff().id()).version());
        redirect.addAttribute("unit", scope.within());
        if (scope.campaign() != null) {
            redirect.addAttribute("campaign", scope.campaign());
        }
        if (scope.from() != null) {
            redirect.addAttribute("from", scope.from());
        }
        if (scope.to() != null) {
            redirect.addAttribute("to", scope.to());
        }
        redirect.addFlashAttribute("notice", "report.confirmed");
        return SeeOther.at("/reports/" + form);
    }

    @GetMapping("/columns")
    String columns(@RequestParam(required = false) @Nullable String form, Model model) {
        StatisticalForm own =
                form == null ? null : sets.form(form, reading.staff().id()).orElse(null);
        String name = own == null ? null : own.name();
        edit(
                model,
                name == null ? "" : name,
                own == null
                        ? List.of()
                        : own.columns().stream().map(column -> column.key()).toList(),
                Map.of());
        return "report/columns";
    }

    @PostMapping("/columns")
    ModelAndView saveColumns(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> columns,
            Model model,
            RedirectAttributes redirect) {
        try {
            String saved = sets.save(reading.staff().id(), name, columns);
            redirect.addFlashAttribute("notice", "report.columns.saved");
            return SeeOther.at("/reports/" + saved);
        } catch (Refused refused) {
            edit(model, name, columns, texts.errors(refused.reasons()));
            return Answer.refused("report/columns", model);
        }
    }

    @PostMapping("/columns/remove")
    ModelAndView removeColumns(@RequestParam String form) {
        sets.remove(reading.staff().id(), form);
        return SeeOther.at("/reports");
    }

    private void edit(Model model, String name, List<String> chosen, Map<String, String> errors) {
        model.addAttribute("name", name);
        model.addAttribute("chosen", chosen);
        model.addAttribute("columns", forms.columns().values());
        model.addAttribute("own", sets.of(reading.staff().id()));
        model.addAttribute("errors", errors);
    }

    private StatisticalForm form(String id) {
        return sets.form(id, reading.staff().id()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private FigureScope scope(Asked asked) {
        return new FigureScope(reading.unit(asked.unit()), asked.campaign(), asked.from(), asked.to());
    }

    private boolean confirms(String unit) {
        return reading.at(unit, "village-head", "village-worker", "-officer");
    }
}
