package org.qipan.deadline;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Optional;
import org.qipan.audit.CurrentActor;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** One day of the calendar, edited by the system administrator. */
@Controller
@RequestMapping("/calendar/days/{day}")
@PreAuthorize("hasRole('system-admin')")
class CalendarDayController {

    private final WorkCalendar calendar;
    private final CalendarEdits edits;
    private final CurrentActor current;

    CalendarDayController(WorkCalendar calendar, CalendarEdits edits, CurrentActor current) {
        this.calendar = calendar;
        this.edits = edits;
        this.current = current;
    }

    @ModelAttribute("day")
    LocalDate day(@PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
        if (day.getYear() < 2000 || day.getYear() > 2200) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return day;
    }

    @GetMapping
    String form(@ModelAttribute("day") LocalDate day, Model model) {
        model.addAttribute(
                "form",
                calendar.days()
                        .special(day)
                        .map(s -> new CalendarDayForm(s.kind().code(), s.name()))
                        .orElseGet(() -> new CalendarDayForm("usual", "")));
        return "deadline/day";
    }

    @PostMapping
    String save(
            @ModelAttribute("day") LocalDate day,
            @Valid @ModelAttribute("form") CalendarDayForm form,
            BindingResult errors) {
        if (errors.hasErrors()) {
            return "deadline/day";
        }
        String name = form.name() == null ? "" : form.name().strip();
        Optional<String> word = edits.edit(day, form.special(), name, current.actor());
        if (word.isPresent()) {
            errors.rejectValue("name", "deadline.day.error.word", new Object[] {word.get()}, null);
            return "deadline/day";
        }
        return "redirect:/calendar?year=" + day.getYear();
    }
}
