package org.qipan.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.qipan.directory.CurrentStaff;
import org.qipan.identity.StepUpFirst;
import org.qipan.page.Texts;
import org.qipan.staff.Slips;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The slips of everybody a sheet added and who has not signed in yet, a few pages at a time. */
@Controller
@PreAuthorize("hasRole('system-admin')")
@StepUpFirst
class RosterSlipController {

    /** Keycloak takes its time with each password, so that whoever steals them takes his. */
    private static final int AT_ONCE = 20;

    private final CurrentStaff current;
    private final Rosters rosters;
    private final Slips slips;
    private final Texts texts;

    RosterSlipController(CurrentStaff current, Rosters rosters, Slips slips, Texts texts) {
        this.current = current;
        this.rosters = rosters;
        this.slips = slips;
        this.texts = texts;
    }

    @GetMapping("/staff/import/{id}/slips")
    String ask(@PathVariable UUID id, Model model) {
        List<Integer> starts = new ArrayList<>();
        int waiting = slips.waiting(current.get(), people(id));
        for (int from = 0; from < waiting; from += AT_ONCE) {
            starts.add(from);
        }
        model.addAttribute("id", id);
        model.addAttribute("starts", starts);
        model.addAttribute("size", AT_ONCE);
        model.addAttribute("waiting", waiting);
        return "roster/slips";
    }

    @PostMapping("/staff/import/{id}/slips")
    String print(@PathVariable UUID id, @RequestParam(defaultValue = "0") int from, Model model) {
        Slips.Printed printed = slips.print(current.get(), people(id), from, AT_ONCE);
        if (printed.refused() != null) {
            model.addAttribute("error", texts.text(printed.refused()));
        }
        model.addAttribute("slips", printed.slips());
        model.addAttribute("address", Slips.address());
        model.addAttribute("back", "/staff/import/" + id + "/slips");
        return "staff/slips";
    }

    /** Whom it added, in the order of the sheet. */
    private List<UUID> people(UUID id) {
        rosters.find(id, current.get()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return rosters.rows(id, RosterRow.DONE).stream()
                .map(RosterRow::staff)
                .filter(Objects::nonNull)
                .toList();
    }
}
