package org.qipan.advice;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.demand.DemandView;
import org.qipan.demand.DemandViews;
import org.qipan.demand.Demands;
import org.qipan.demand.FormActs;
import org.qipan.demand.FormActs.Sent;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.qipan.directory.UnitPicker;
import org.qipan.page.Fields;
import org.qipan.subject.Subject;
import org.qipan.subject.Subjects;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 信访工作建议. */
@Controller
@RequestMapping("/complaints/advice")
@PreAuthorize(
        "hasAnyRole('village-head','village-worker','township-officer','township-leader','district-officer','district-leader',"
                + "'city-officer','city-leader','province-officer','province-leader','department-officer','service-provider','complaint-officer')")
class AdviceController {

    private final CurrentStaff current;
    private final AdviceTable table;
    private final Advices advices;
    private final Demands demands;
    private final DemandViews views;
    private final Directory directory;
    private final Subjects subjects;
    private final UnitPicker picker;
    private final FormActs acts;

    AdviceController(
            CurrentStaff current,
            AdviceTable table,
            Advices advices,
            Demands demands,
            DemandViews views,
            Directory directory,
            Subjects subjects,
            UnitPicker picker,
            FormActs acts) {
        this.current = current;
        this.table = table;
        this.advices = advices;
        this.demands = demands;
        this.views = views;
        this.directory = directory;
        this.subjects = subjects;
        this.picker = picker;
        this.acts = acts;
    }

    /** @param subject path of the subject, null for all */
    record Shown(Advice advice, DemandView demand, @Nullable String subject) {}

    @GetMapping
    ModelAndView list() {
        return page(current.get(), new LinkedMultiValueMap<>(), Map.of());
    }

    @GetMapping("/{id}")
    ModelAndView look(@PathVariable UUID id) {
        Staff reader = current.get();
        Advice advice = table.find(id)
                .filter(found -> advices.visible(found, reader))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ModelAndView page = new ModelAndView("advice/show");
        page.addObject("one", shown(advice));
        page.addObject("from", directory.name(advice.unit()));
        page.addObject("to", directory.name(advice.to()));
        return page;
    }

    @PostMapping
    ModelAndView make(
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes flash) {
        Staff by = current.get();
        Advices.Wanted wanted = new Advices.Wanted(
                picker.meant(Fields.text(sent, "to"), "", null).orElse(null),
                AdviceKind.of(sent.getFirst("kind")).orElse(null),
                Fields.text(sent, "subject"),
                Fields.day(sent.getFirst("from")),
                Fields.day(sent.getFirst("until")),
                Fields.text(sent, "asked"),
                Fields.day(sent.getFirst("answer")));
        return acts.run(
                new Sent(idempotencyKey, by.id(), "POST /complaints/advice", sent),
                "advice.notice.made",
                flash,
                () -> "/complaints/advice/" + advices.make(wanted, by),
                errors -> page(by, sent, errors));
    }

    private ModelAndView page(Staff reader, MultiValueMap<String, String> typed, Map<String, String> errors) {
        ModelAndView page = new ModelAndView("advice/list");
        page.addObject(
                "all", table.of(Advices.units(reader)).stream().map(this::shown).toList());
        page.addObject("mayMake", Advices.office(reader).isPresent());
        page.addObject("kinds", AdviceKind.values());
        page.addObject("subjects", subjects.nodes());
        page.addObject("label", picker.label(Objects.requireNonNullElse(typed.getFirst("to"), "")));
        page.addObject("typed", typed.toSingleValueMap());
        page.addObject("errors", errors);
        return page;
    }

    private Shown shown(Advice advice) {
        String code = advice.subject();
        String subject =
                code == null ? null : subjects.current(code).map(Subject::path).orElse(code);
        return new Shown(advice, views.of(demands.get(advice.demand())), subject);
    }
}
