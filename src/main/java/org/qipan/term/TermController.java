package org.qipan.term;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qipan.audit.CurrentActor;
import org.qipan.page.Fields;
import org.qipan.page.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
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

/** 时限表: whoever works with terms reads it, the system administrator keeps it, as with the calendar. */
@Controller
@RequestMapping("/deadlines/terms")
class TermController {

    private static final String ADMIN = "hasRole('system-admin')";
    private static final String READERS =
            "hasAnyRole('system-admin','complaint-officer','township-officer','township-leader','district-officer',"
                    + "'district-leader','city-officer','city-leader','province-officer','province-leader','department-officer','village-head')";

    private final TermPages pages;
    private final TermEdits edits;
    private final CurrentActor current;
    private final Texts texts;

    TermController(TermPages pages, TermEdits edits, CurrentActor current, Texts texts) {
        this.pages = pages;
        this.edits = edits;
        this.current = current;
        this.texts = texts;
    }

    @GetMapping
    @PreAuthorize(READERS)
    ModelAndView list(Authentication reader) {
        return new ModelAndView("term/list", Map.of("lines", pages.present(), "editable", mayEdit(reader)));
    }

    @GetMapping("/new")
    @PreAuthorize(ADMIN)
    ModelAndView blank() {
        return form("term/new", "", null, Map.of());
    }

    @PostMapping
    @PreAuthorize(ADMIN)
    ModelAndView add(@RequestParam MultiValueMap<String, String> sent, RedirectAttributes flash) {
        TermEntry entry = TermEntry.of(Fields.text(sent, "code"), sent);
        List<TermFault> faults = edits.apply(entry, true, current.actor());
        return faults.isEmpty()
                ? texts.to("/deadlines/terms/" + entry.code(), flash, "term.notice.added")
                : refused(form("term/new", entry.code(), entry, pages.errors(faults)));
    }

    @GetMapping("/{code}")
    @PreAuthorize(READERS)
    ModelAndView look(@PathVariable String code, Authentication reader) {
        return shown(code, null, Map.of(), mayEdit(reader));
    }

    @PostMapping("/{code}")
    @PreAuthorize(ADMIN)
    ModelAndView change(
            @PathVariable String code, @RequestParam MultiValueMap<String, String> sent, RedirectAttributes flash) {
        known(code);
        TermEntry entry = TermEntry.of(code, sent);
        List<TermFault> faults = edits.apply(entry, false, current.actor());
        return faults.isEmpty()
                ? texts.to("/deadlines/terms/" + code, flash, "term.notice.changed")
                : refused(shown(code, entry, pages.errors(faults), true));
    }

    private ModelAndView shown(String code, @Nullable TermEntry typed, Map<String, String> errors, boolean editable) {
        List<TermPages.Line> versions = known(code);
        TermPages.Line now = versions.stream()
                .filter(line -> line.row().everywhere() && line.state().equals("present"))
                .findFirst()
                .orElse(versions.get(0));
        ModelAndView view = form("term/show", code, typed == null ? typed(now.row()) : typed, errors);
        view.addObject("name", now.name());
        view.addObject("versions", versions);
        view.addObject("ceiling", pages.ceiling(code));
        view.addObject("editable", editable && !Standard.right(code));
        view.addObject("right", Standard.right(code));
        view.addObject(
                "seen",
                versions.stream().mapToLong(line -> line.row().id()).max().orElse(0));
        return view;
    }

    private ModelAndView form(String page, String code, @Nullable TermEntry entry, Map<String, String> errors) {
        ModelAndView view = new ModelAndView(page);
        view.addObject("code", code);
        view.addObject("entry", entry);
        view.addObject("errors", errors);
        view.addObject("known", Standard.find(code) != null);
        view.addObject("law", Standard.law(code).isPresent());
        view.addObject("channels", TermRules.CHANNELS);
        view.addObject(
                "day",
                entry == null || entry.from() == null
                        ? pages.today().toString()
                        : Objects.requireNonNull(entry.from()).toString());
        return view;
    }

    private TermEntry typed(TermRow row) {
        return new TermEntry(
                row.code(),
                row.name(),
                null,
                null,
                row.days() == null ? "" : row.days().toString(),
                row.days(),
                false,
                row.unit(),
                String.valueOf(row.extension()),
                row.extension(),
                row.kind(),
                row.source(),
                pages.today(),
                "",
                row.id());
    }

    private static ModelAndView refused(ModelAndView view) {
        view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return view;
    }

    private List<TermPages.Line> known(String code) {
        List<TermPages.Line> versions = pages.versions(code);
        if (versions.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return versions;
    }

    private static boolean mayEdit(Authentication reader) {
        return reader.getAuthorities().stream().anyMatch(a -> "ROLE_system-admin".equals(a.getAuthority()));
    }
}
