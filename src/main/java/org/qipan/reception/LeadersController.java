package org.qipan.reception;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.qipan.complaint.KnownMatters;
import org.qipan.demand.DemandViews;
import org.qipan.demand.FormActs;
import org.qipan.demand.FormActs.Sent;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Staff;
import org.qipan.page.Fields;
import org.qipan.remit.KnownMatter;
import org.qipan.remit.Overseers;
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

/** 领导办理: 批示, 包案 and 接访 of one matter. */
@Controller
@RequestMapping("/complaints/{id}/leaders")
@PreAuthorize(
        "hasAnyRole('village-head','township-officer','township-leader','district-officer','district-leader',"
                + "'city-officer','city-leader','province-officer','province-leader','department-officer','service-provider','complaint-officer')")
class LeadersController {

    private final CurrentStaff current;
    private final KnownMatters matters;
    private final Overseers overseers;
    private final Leaders leaders;
    private final Receptions receptions;
    private final ReceptionTable table;
    private final DemandViews views;
    private final FormActs acts;
    private final Clock clock;

    LeadersController(
            CurrentStaff current,
            KnownMatters matters,
            Overseers overseers,
            Leaders leaders,
            Receptions receptions,
            ReceptionTable table,
            DemandViews views,
            FormActs acts,
            Clock clock) {
        this.current = current;
        this.matters = matters;
        this.overseers = overseers;
        this.leaders = leaders;
        this.receptions = receptions;
        this.table = table;
        this.views = views;
        this.acts = acts;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView look(@PathVariable UUID id) {
        Staff staff = current.get();
        return page(matter(id, staff), staff, new LinkedMultiValueMap<>(), Map.of());
    }

    @PostMapping("/instructions")
    ModelAndView instruct(
            @PathVariable UUID id,
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes flash) {
        String text = Fields.text(sent, "asked");
        LocalDate until = Fields.day(sent.getFirst("until"));
        return act(
                id,
                "/instructions",
                idempotencyKey,
                sent,
                "instructed",
                flash,
                (matter, by) -> leaders.instruct(matter, text, until, by));
    }

    @PostMapping("/care")
    ModelAndView take(
            @PathVariable UUID id,
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes flash) {
        String goal = Fields.text(sent, "goal");
        return act(id, "/care", idempotencyKey, sent, "taken", flash, (matter, by) -> leaders.take(matter, goal, by));
    }

    @PostMapping("/{demand}/end")
    ModelAndView giveUp(
            @PathVariable UUID id,
            @PathVariable UUID demand,
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes flash) {
        String why = Fields.text(sent, "reason");
        return act(
                id,
                "/" + demand + "/end",
                idempotencyKey,
                sent,
                "ended",
                flash,
                (matter, by) -> leaders.giveUp(matter, demand, why, by));
    }

    @PostMapping("/visits")
    ModelAndView put(
            @PathVariable UUID id,
            @RequestParam UUID idempotencyKey,
            @RequestParam UUID day,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes flash) {
        boolean wished = sent.containsKey("wished");
        return act(
                id,
                "/visits",
                idempotencyKey,
                sent,
                "put",
                flash,
                (matter, by) -> receptions.put(matter, day, wished, by));
    }

    private ModelAndView act(
            UUID id,
            String verb,
            UUID key,
            MultiValueMap<String, String> sent,
            String notice,
            RedirectAttributes flash,
            BiConsumer<KnownMatter, Staff> act) {
        Staff by = current.get();
        KnownMatter matter = matter(id, by);
        String url = "/complaints/" + id + "/leaders";
        return acts.run(
                new Sent(key, by.id(), "POST " + url + verb, sent),
                "reception.notice." + notice,
                flash,
                () -> {
                    act.accept(matter, by);
                    return url;
                },
                errors -> page(matter, by, sent, errors));
    }

    /** Sealed matters only for the desk. */
    private KnownMatter matter(UUID id, Staff staff) {
        return matters.find(id, staff)
                .filter(matter -> !matter.sealed() || matters.atDesk(matter, staff))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView page(
            KnownMatter matter, Staff reader, MultiValueMap<String, String> typed, Map<String, String> errors) {
        var demands = leaders.of(matter, Leaders.INSTRUCTION, Leaders.CARE, Leaders.FOLLOWUP);
        String own = overseers.leader(matter, reader).map(post -> post.unit()).orElse("");
        boolean cared = demands.stream().anyMatch(one -> one.kind().equals(Leaders.CARE) && one.open());
        LocalDate today = LocalDate.now(clock);
        List<ReceptionDay> days = matters.atDesk(matter, reader) && matter.open()
                ? table.from(List.of(matter.desk()), today).stream()
                        .filter(day -> day.free(today))
                        .toList()
                : List.of();
        ModelAndView page = new ModelAndView("reception/matter");
        page.addObject("matter", matter);
        page.addObject("demands", views.of(demands.stream()));
        page.addObject("visits", table.ofMatter(matter.id()));
        page.addObject("own", own);
        page.addObject("mayTake", !own.isEmpty() && !cared && matter.open());
        page.addObject("days", days);
        page.addObject("typed", typed.toSingleValueMap());
        page.addObject("errors", errors);
        return page;
    }
}
