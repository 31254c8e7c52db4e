package org.qipan.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qipan.audit.Audit;
import org.qipan.desk.Desk;
import org.qipan.desk.Desks;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Staff;
import org.qipan.page.Texts;
import org.qipan.subject.Subjects;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 台账: the register of complaints, newest first. */
@Controller
@PreAuthorize(LedgerController.READERS)
class LedgerController {

    static final String READERS =
            "hasAnyRole('village-head','township-officer','township-leader','district-officer','district-leader',"
                    + "'city-officer','city-leader','province-officer','province-leader','department-officer','service-provider','complaint-officer')";
    static final int SIZE = 20;

    private final CurrentStaff current;
    private final Desks desks;
    private final LedgerSearch search;
    private final LedgerConditions conditions;
    private final LedgerRows rows;
    private final LedgerWorkbook workbook;
    private final LedgerPrint print;
    private final Subjects subjects;
    private final Audit audit;
    private final Texts texts;

    LedgerController(
            CurrentStaff current,
            Desks desks,
            LedgerSearch search,
            LedgerConditions conditions,
            LedgerRows rows,
            LedgerWorkbook workbook,
            LedgerPrint print,
            Subjects subjects,
            Audit audit,
            Texts texts) {
        this.current = current;
        this.desks = desks;
        this.search = search;
        this.conditions = conditions;
        this.rows = rows;
        this.workbook = workbook;
        this.print = print;
        this.subjects = subjects;
        this.audit = audit;
        this.texts = texts;
    }

    @GetMapping("/complaints")
    ModelAndView list(@RequestParam MultiValueMap<String, String> sent) {
        Staff staff = current.get();
        Desk desk = desks.of(staff);
        List<String> tabs = LedgerScope.tabs(desk);
        LedgerFilter filter = LedgerFilter.of(sent, tabs);
        String refused = refused(filter);
        boolean fit = refused == null && !filter.reversed();
        List<LedgerKey> keys = fit ? keys(desk, filter, SIZE + 1) : List.of();
        List<LedgerKey> page = keys.subList(0, Math.min(SIZE, keys.size()));
        ModelAndView view = new ModelAndView("ledger/list", fit ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        view.addObject("filter", filter);
        view.addObject("tabs", tabs);
        view.addObject("refused", refused);
        view.addObject("rows", rows.of(page));
        view.addObject("next", keys.size() > SIZE ? filter.url("/complaints", page.get(SIZE - 1)) : null);
        view.addObject("first", filter.before() == null ? null : filter.url("/complaints", null));
        view.addObject("export", filter.url("/complaints/export", null));
        view.addObject("print", LedgerPrint.url(filter.url("/complaints/export", null)));
        view.addObject("subjects", subjects.nodes());
        view.addObject("choices", choices());
        view.addObject("statistics", tabs.size() > 1);
        view.addObject(
                "takesDown", staff.posts().stream().anyMatch(post -> post.role().equals("complaint-officer")));
        view.addObject("reader", reader(staff));
        return view;
    }

    /** The same as a table to work on, or to print: at most {@value LedgerWorkbook#MOST} rows, marked with who took them. */
    @GetMapping("/complaints/export")
    void export(@RequestParam MultiValueMap<String, String> sent, HttpServletResponse response) throws IOException {
        Staff staff = current.get();
        Desk desk = desks.of(staff);
        LedgerFilter filter = LedgerFilter.of(sent, LedgerScope.tabs(desk));
        boolean printed = "pdf".equals(sent.getFirst("format"));
        boolean fit = refused(filter) == null && !filter.reversed();
        List<LedgerKey> keys = fit ? keys(desk, filter, LedgerWorkbook.MOST) : List.of();
        audit.record(
                staff.actor(),
                "ledger.audit.export",
                "complaint-register",
                filter.tab(),
                // not the words searched for: they may be somebody's name
                Map.of("rows", keys.size(), "searched", !filter.q().isEmpty(), "printed", printed));
        if (printed) {
            response.setContentType("application/pdf");
            response.setHeader("Content-Disposition", "attachment; filename=\"complaints.pdf\"");
            response.getOutputStream().write(print.pdf(rows.of(keys), reader(staff)));
            return;
        }
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"complaints.xlsx\"");
        workbook.write(rows.of(keys), reader(staff), response.getOutputStream());
    }

    private List<LedgerKey> keys(Desk desk, LedgerFilter filter, int limit) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        String where = conditions.of(filter, parameters);
        return search.newest(
                LedgerScope.of(desk, filter.tab()), where, parameters, LedgerSearch.words(filter.q()), limit);
    }

    /** One character is in every other text: said, instead of answered wrongly or late. */
    private @Nullable String refused(LedgerFilter filter) {
        return LedgerSearch.tooShort(LedgerSearch.words(filter.q()))
                .map(word -> texts.text("ledger.refused.short", word))
                .orElse(null);
    }

    /** The posts of the reader, which mark what he takes with him. */
    private String reader(Staff staff) {
        List<String> posts = new ArrayList<>();
        staff.posts().forEach(post -> posts.add(workbook.title(post)));
        return String.join("、", posts);
    }

    private static Map<String, List<String>> choices() {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        choices.put("state", LedgerFilter.STATES);
        choices.put("kind", LedgerFilter.KINDS);
        choices.put("route", LedgerFilter.ROUTES);
        choices.put("channel", LedgerFilter.CHANNELS);
        choices.put("lamp", LedgerFilter.LAMPS);
        return choices;
    }
}
