package org.qipan.reception;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.complaint.KnownMatters;
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
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One day: the matters on it, and what was said. */
@Controller
@RequestMapping("/complaints/receptions/{day}")
@PreAuthorize(
        "hasAnyRole('village-head','township-leader','district-leader','city-leader','province-leader','complaint-officer')")
class ReceptionDayController {

    private static final Note NOTHING = new Note(Map.of(), Map.of());

    private final CurrentStaff current;
    private final Receptions receptions;
    private final ReceptionTable table;
    private final ReceptionPosts posts;
    private final KnownMatters matters;
    private final Directory directory;
    private final FormActs acts;
    private final Clock clock;

    ReceptionDayController(
            CurrentStaff current,
            Receptions receptions,
            ReceptionTable table,
            ReceptionPosts posts,
            KnownMatters matters,
            Directory directory,
            FormActs acts,
            Clock clock) {
        this.current = current;
        this.receptions = receptions;
        this.table = table;
        this.posts = posts;
        this.matters = matters;
        this.directory = directory;
        this.acts = acts;
        this.clock = clock;
    }

    /** A matter on the day. @param said of a sealed one, null otherwise @param note what was typed of it and could not be kept */
    record Shown(Visit visit, KnownMatter matter, @Nullable String said, Note note) {}

    /** Empty for every visit but the one whose note was refused. @param errors texts by field */
    record Note(Map<String, String> typed, Map<String, String> errors) {}

    @GetMapping
    ModelAndView look(@PathVariable UUID day) {
        Staff staff = current.get();
        return page(day(day, staff), staff, null, NOTHING);
    }

    @PostMapping("/visits/{visit}")
    ModelAndView note(
            @PathVariable UUID day,
            @PathVariable UUID visit,
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes flash) {
        Staff by = current.get();
        ReceptionDay found = day(day, by);
        String url = "/complaints/receptions/" + day;
        String came = Fields.text(sent, "came");
        Receptions.Note note = new Receptions.Note(
                came.isEmpty() ? null : came.equals("yes"),
                Fields.text(sent, "said"),
                Fields.text(sent, "asked"),
                Fields.day(sent.getFirst("until")));
        return acts.run(
                new Sent(idempotencyKey, by.id(), "POST " + url + "/visits/" + visit, sent),
                "reception.notice.noted",
                flash,
                () -> {
                    receptions.note(visit, note, by);
                    return url;
                },
                errors -> page(found, by, visit, new Note(sent.toSingleValueMap(), errors)));
    }

    private ReceptionDay day(UUID id, Staff staff) {
        return table.find(id)
                .filter(day -> posts.works(day, staff))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** @param noted the visit whose note was refused, null if none was */
    private ModelAndView page(ReceptionDay day, Staff reader, @Nullable UUID noted, Note note) {
        ModelAndView page = new ModelAndView("reception/day");
        // Of a matter he must not know of, not even that it is on the day.
        List<Shown> shown = table.ofDay(day.id()).stream()
                .flatMap(visit -> matters.find(visit.complaint(), reader).stream()
                        .map(matter -> new Shown(
                                visit,
                                matter,
                                matter.sealed() ? receptions.said(visit).orElse(null) : null,
                                visit.id().equals(noted) ? note : NOTHING)))
                .toList();
        LocalDate today = LocalDate.now(clock);
        page.addObject("day", day);
        page.addObject("leader", directory.title(day.leader()));
        page.addObject("visits", shown);
        page.addObject("held", !day.day().isAfter(today) && day.cancelled() == null);
        page.addObject("mayCancel", !day.day().isBefore(today) && day.cancelled() == null);
        page.addObject("errors", note.errors());
        return page;
    }
}
