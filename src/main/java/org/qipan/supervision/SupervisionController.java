package org.qipan.supervision;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qipan.complaint.KnownMatters;
import org.qipan.demand.DemandView;
import org.qipan.demand.DemandViews;
import org.qipan.demand.Demands;
import org.qipan.demand.FormActs;
import org.qipan.demand.FormActs.Sent;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.qipan.page.Fields;
import org.qipan.remit.KnownMatter;
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

/** 督办 of one matter. */
@Controller
@RequestMapping("/complaints/{id}/supervision")
@PreAuthorize(SupervisionListController.READERS)
class SupervisionController {

    private final CurrentStaff current;
    private final KnownMatters matters;
    private final Supervisions supervisions;
    private final SupervisionRight right;
    private final Demands demands;
    private final DemandViews views;
    private final Directory directory;
    private final FormActs acts;

    SupervisionController(
            CurrentStaff current,
            KnownMatters matters,
            Supervisions supervisions,
            SupervisionRight right,
            Demands demands,
            DemandViews views,
            Directory directory,
            FormActs acts) {
        this.current = current;
        this.matters = matters;
        this.supervisions = supervisions;
        this.right = right;
        this.demands = demands;
        this.views = views;
        this.directory = directory;
        this.acts = acts;
    }

    /**
     * One supervision as printed.
     *
     * @param level name of the unit that supervises
     * @param mayList and {@code mayLift}: the reader may
     */
    record Shown(Supervision supervision, DemandView demand, String level, boolean mayList, boolean mayLift) {}

    /** Sealed matters only for the desk. */
    static boolean shows(KnownMatter matter, Staff reader, KnownMatters matters) {
        return !matter.sealed() || matters.atDesk(matter, reader);
    }

    @GetMapping
    ModelAndView look(@PathVariable UUID id) {
        Staff staff = current.get();
        return page(matter(id, staff), staff, new LinkedMultiValueMap<>(), Map.of());
    }

    @PostMapping
    ModelAndView begin(
            @PathVariable UUID id,
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes flash) {
        Supervisions.Wanted wanted = new Supervisions.Wanted(
                Ground.of(sent.getFirst("ground")).orElse(null),
                Fields.text(sent, "reason"),
                Fields.text(sent, "asked"),
                Fields.day(sent.getFirst("until")),
                sent.containsKey("listed"));
        return act(
                id, "", idempotencyKey, sent, "begun", flash, (matter, by) -> supervisions.begin(matter, by, wanted));
    }

    @PostMapping("/{supervision}/listing")
    ModelAndView list(
            @PathVariable UUID id,
            @PathVariable UUID supervision,
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes flash) {
        String verb = "/" + supervision + "/listing";
        return act(
                id,
                verb,
                idempotencyKey,
                sent,
                "listed",
                flash,
                (matter, by) -> supervisions.list(matter, supervision, by));
    }

    @PostMapping("/{supervision}/lifting")
    ModelAndView lift(
            @PathVariable UUID id,
            @PathVariable UUID supervision,
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes flash) {
        String verb = "/" + supervision + "/lifting";
        String why = Fields.text(sent, "why");
        return act(
                id,
                verb,
                idempotencyKey,
                sent,
                "lifted",
                flash,
                (matter, by) -> supervisions.lift(matter, supervision, by, why));
    }

    private ModelAndView act(
            UUID id,
            String verb,
            UUID key,
            MultiValueMap<String, String> sent,
            String notice,
            RedirectAttributes flash,
            java.util.function.BiConsumer<KnownMatter, Staff> act) {
        Staff by = current.get();
        KnownMatter matter = matter(id, by);
        String url = "/complaints/" + id + "/supervision";
        return acts.run(
                new Sent(key, by.id(), "POST " + url + verb, sent),
                "supervision.notice." + notice,
                flash,
                () -> {
                    act.accept(matter, by);
                    return url;
                },
                errors -> page(matter, by, sent, errors));
    }

    private KnownMatter matter(UUID id, Staff staff) {
        return matters.find(id, staff)
                .filter(matter -> shows(matter, staff, matters))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView page(
            KnownMatter matter, Staff reader, MultiValueMap<String, String> typed, Map<String, String> errors) {
        ModelAndView page = new ModelAndView("supervision/matter");
        List<Supervision> all = supervisions.of(matter);
        page.addObject("matter", matter);
        page.addObject(
                "supervisions",
                all.stream().map(one -> shown(one, matter, reader)).toList());
        page.addObject("mayBegin", mayBegin(matter, all, reader));
        page.addObject("mayList", right.leader(matter, reader).isPresent());
        page.addObject("grounds", Ground.values());
        page.addObject("typed", typed.toSingleValueMap());
        page.addObject("errors", errors);
        return page;
    }

    private boolean mayBegin(KnownMatter matter, List<Supervision> all, Staff reader) {
        return right.of(matter, reader)
                .filter(post ->
                        all.stream().noneMatch(one -> one.runs() && one.unit().equals(post.unit())))
                .isPresent();
    }

    private Shown shown(Supervision one, KnownMatter matter, Staff reader) {
        boolean leader = right.leader(matter, reader)
                .filter(post -> post.unit().equals(one.unit()))
                .isPresent();
        boolean own = right.supervises(one, matter, reader);
        return new Shown(
                one,
                views.of(demands.get(one.id())),
                directory.name(one.unit()),
                one.runs() && one.listed() == null && leader,
                one.runs() && own && (one.listed() == null || leader));
    }
}
