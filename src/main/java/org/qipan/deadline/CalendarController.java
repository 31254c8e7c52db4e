package org.qipan.deadline;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.qipan.audit.CurrentActor;
import org.qipan.spreadsheet.FileEncoding;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The work calendar: everyone reads it, the system administrator keeps it. */
@Controller
class CalendarController {

    private static final String ADMIN = "hasRole('system-admin')";
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;
    private static final int LARGEST_FILE = 200_000;

    private final WorkCalendar calendar;
    private final CalendarEdits edits;
    private final CurrentActor current;
    private final Clock clock;

    CalendarController(WorkCalendar calendar, CalendarEdits edits, CurrentActor current, Clock clock) {
        this.calendar = calendar;
        this.edits = edits;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/calendar")
    String year(@RequestParam(required = false) @Nullable Integer year, @Nullable Authentication reader, Model model) {
        LocalDate today = today();
        int shown = year == null ? today.getYear() : checked(year);
        model.addAttribute("calendar", CalendarYear.of(shown, calendar.days(), today));
        model.addAttribute("previous", shown > FIRST_YEAR ? shown - 1 : null);
        model.addAttribute("next", shown < LAST_YEAR ? shown + 1 : null);
        model.addAttribute(
                "editable",
                reader != null
                        && reader.getAuthorities().stream()
                                .anyMatch(a -> "ROLE_system-admin".equals(a.getAuthority())));
        return "deadline/calendar";
    }

    @GetMapping("/calendar/import")
    @PreAuthorize(ADMIN)
    String importForm(Model model) {
        model.addAttribute("year", calendar.days().lastPublishedYear() + 1);
        return "deadline/import";
    }

    /** Shows what the file would change. Nothing is kept until the confirmation. */
    @PostMapping("/calendar/import")
    @PreAuthorize(ADMIN)
    String preview(@RequestParam int year, @RequestParam MultipartFile file, Model model) throws IOException {
        checked(year);
        if (file.getSize() > LARGEST_FILE) {
            throw new ResponseStatusException(HttpStatus.PAYLOAD_TOO_LARGE);
        }
        // what is no text holds no day, and the page says so
        String text = FileEncoding.text(file.getBytes()).orElse("");
        model.addAttribute("wanted", edits.preview(year, text));
        return "deadline/preview";
    }

    @PostMapping("/calendar/import/confirmation")
    @PreAuthorize(ADMIN)
    String confirm(@RequestParam int year, @RequestParam String text, @RequestParam long version, Model model) {
        checked(year);
        CalendarImport wanted = edits.preview(year, text);
        if (wanted.confirmable() && wanted.version() == version) {
            try {
                edits.apply(year, text, version, current.actor());
                return "redirect:/calendar?year=" + year;
            } catch (CalendarChanged meanwhile) {
                wanted = edits.preview(year, text);
            }
        }
        model.addAttribute("wanted", wanted);
        model.addAttribute("changedMeanwhile", wanted.version() != version);
        return "deadline/preview";
    }

    private LocalDate today() {
        return Term.dayOf(clock.instant());
    }

    private static int checked(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return year;
    }
}
