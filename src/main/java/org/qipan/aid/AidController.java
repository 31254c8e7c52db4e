package org.qipan.aid;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.complaint.KnownMatters;
import org.qipan.demand.DemandView;
import org.qipan.demand.DemandViews;
import org.qipan.demand.Demands;
import org.qipan.demand.FormActs;
import org.qipan.demand.FormActs.Sent;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Staff;
import org.qipan.directory.UnitPicker;
import org.qipan.page.Fields;
import org.qipan.page.Texts;
import org.qipan.remit.KnownMatter;
import org.qipan.worklist.Refused;
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

/** 救助转介 of one matter, for its desk. */
@Controller
@RequestMapping("/complaints/{id}/aid")
@PreAuthorize("hasRole('complaint-officer')")
class AidController {

    private final CurrentStaff current;
    private final KnownMatters matters;
    private final Aids aids;
    private final Demands demands;
    private final DemandViews views;
    private final UnitPicker picker;
    private final FormActs acts;
    private final Texts texts;

    AidController(
            CurrentStaff current,
            KnownMatters matters,
            Aids aids,
            Demands demands,
            DemandViews views,
            UnitPicker picker,
            FormActs acts,
            Texts texts) {
        this.current = current;
        this.matters = matters;
        this.aids = aids;
        this.demands = demands;
        this.views = views;
        this.picker = picker;
        this.acts = acts;
        this.texts = texts;
    }

    /** @param number of the referral, null until it has one */
    record Shown(@Nullable String number, DemandView demand) {}

    @GetMapping
    ModelAndView look(@PathVariable UUID id) {
        return page(matter(id, current.get()), new LinkedMultiValueMap<>(), Map.of());
    }

    @PostMapping
    ModelAndView propose(
            @PathVariable UUID id,
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes flash) {
        Staff by = current.get();
        KnownMatter matter = matter(id, by);
        String url = "/complaints/" + id + "/aid";
        Aids.Wanted wanted = new Aids.Wanted(
                picker.meant(Fields.text(sent, "unit"), "", null).orElse(null),
                Need.of(sent.getFirst("need")).orElse(null),
                Fields.text(sent, "note"),
                Fields.day(sent.getFirst("until")),
                sent.containsKey("wished"));
        Map<String, String> stopped = stopped(matter, wanted, by);
        if (!stopped.isEmpty()) {
            ModelAndView page = page(matter, sent, stopped);
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        return acts.run(
                new Sent(idempotencyKey, by.id(), "POST " + url, sent),
                "aid.notice.proposed",
                flash,
                () -> {
                    aids.propose(matter, wanted, by);
                    return url;
                },
                errors -> page(matter, sent, errors));
    }

    /** Before anything is written, so that the record of it stays. */
    private Map<String, String> stopped(KnownMatter matter, Aids.Wanted wanted, Staff by) {
        try {
            return aids.givesAway(matter, wanted, by) ? Map.of("note", texts.text("aid.refused.givesAway")) : Map.of();
        } catch (Refused e) {
            return e.byField(texts);
        }
    }

    private KnownMatter matter(UUID id, Staff staff) {
        return matters.find(id, staff)
                .filter(matter -> matters.atDesk(matter, staff))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView page(KnownMatter matter, MultiValueMap<String, String> typed, Map<String, String> errors) {
        ModelAndView page = new ModelAndView("aid/matter");
        page.addObject("matter", matter);
        page.addObject(
                "aids",
                aids.of(matter).stream()
                        .map(aid -> new Shown(aid.number(), views.of(demands.get(aid.demand()))))
                        .toList());
        page.addObject("needs", Need.values());
        page.addObject("label", picker.label(Objects.requireNonNullElse(typed.getFirst("unit"), "")));
        page.addObject("typed", typed.toSingleValueMap());
        page.addObject("errors", errors);
        return page;
    }
}
