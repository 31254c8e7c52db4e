package org.qipan.reception;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.demand.FormActs;
import org.qipan.demand.FormActs.Sent;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.qipan.page.Fields;
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

/** 包案接访: the days of one's own unit, and what one has in one's care. */
@Controller
@RequestMapping("/complaints/receptions")
@PreAuthorize(
        "hasAnyRole('village-head','township-leader','district-leader','city-leader','province-leader','complaint-officer')")
class ReceptionController {

    /** Days gone by that are still shown, to be noted. */
    private static final int BACK = 30;

    private final CurrentStaff current;
    private final Receptions receptions;
    private final ReceptionTable table;
    private final ReceptionPosts posts;
    private final MyCare care;
    private final Directory directory;
    private final FormActs acts;
    private final Clock clock;

    ReceptionController(
            CurrentStaff current,
            Receptions receptions,
            ReceptionTable table,
            ReceptionPosts posts,
            MyCare care,
            Directory directory,
            FormActs acts,
            Clock clock) {
        this.current = current;
        this.receptions = receptions;
        this.table = table;
        this.posts = posts;
        this.care = care;
        this.directory = directory;
        this.acts = acts;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list() {
        return page(current.get(), new LinkedMultiValueMap<>(), Map.of());
    }

    @PostMapping
    ModelAndView plan(
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes flash) {
        Staff by = current.get();
        Receptions.Planned planned = new Receptions.Planned(
                Fields.day(sent.getFirst("day")),
                time(sent.getFirst("opens")),
                time(sent.getFirst("closes")),
                Fields.text(sent, "place"),
                number(Fields.text(sent, "slots")));
        return acts.run(
                new Sent(idempotencyKey, by.id(), "POST /complaints/receptions", sent),
                "reception.notice.planned",
                flash,
                () -> "/complaints/receptions/" + receptions.plan(planned, by),
                errors -> page(by, sent, errors));
    }

    @PostMapping("/{day}/cancel")
    ModelAndView cancel(
            @PathVariable UUID day,
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes flash) {
        Staff by = current.get();
        if (table.find(day).filter(found -> posts.works(found, by)).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return acts.run(
                new Sent(idempotencyKey, by.id(), "POST /complaints/receptions/" + day + "/cancel", sent),
                "reception.notice.cancelled",
                flash,
                () -> {
                    receptions.cancel(day, by, Fields.text(sent, "why"));
                    return "/complaints/receptions";
                },
                errors -> page(by, sent, errors));
    }

    private ModelAndView page(Staff reader, MultiValueMap<String, String> typed, Map<String, String> errors) {
        LocalDate today = LocalDate.now(clock);
        ModelAndView page = new ModelAndView("reception/list");
        page.addObject("today", today);
        page.addObject("days", table.from(posts.units(reader), today.minusDays(BACK)));
        page.addObject("care", care.of(reader));
        page.addObject("leader", posts.planned(reader).map(directory::title).orElse(null));
        page.addObject("typed", typed.toSingleValueMap());
        page.addObject("errors", errors);
        return page;
    }

    private static @Nullable LocalTime time(@Nullable String sent) {
        try {
            return sent == null || sent.isBlank() ? null : LocalTime.parse(sent.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static int number(String sent) {
        return sent.matches("[0-9]{1,3}") ? Integer.parseInt(sent) : 0;
    }
}
