package org.qipan.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Staff;
import org.qipan.identity.StepUpFirst;
import org.qipan.page.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The slips of everybody an import added and who has not signed in yet, a few sheets at a time. */
@Controller
@PreAuthorize("hasRole('system-admin')")
@StepUpFirst
class ImportSlipController {

    /** Keycloak takes its time with each password, so that whoever steals them takes his. */
    private static final int AT_ONCE = 20;

    private final CurrentStaff current;
    private final StaffImports imports;
    private final StaffRows people;
    private final StaffActs acts;
    private final Texts texts;

    ImportSlipController(
            CurrentStaff current, StaffImports imports, StaffRows people, StaffActs acts, Texts texts) {
        this.current = current;
        this.imports = imports;
        this.people = people;
        this.acts = acts;
        this.texts = texts;
    }

    @GetMapping("/staff/import/{id}/slips")
    String ask(@PathVariable UUID id, Model model) {
        List<Integer> starts = new ArrayList<>();
        int waiting = waiting(id, current.get()).size();
        for (int from = 0; from < waiting; from += AT_ONCE) {
            starts.add(from);
        }
        model.addAttribute("id", id);
        model.addAttribute("starts", starts);
        model.addAttribute("size", AT_ONCE);
        model.addAttribute("waiting", waiting);
        return "staff/import-slips";
    }

    @PostMapping("/staff/import/{id}/slips")
    String print(@PathVariable UUID id, @RequestParam(defaultValue = "0") int from, Model model) {
        Staff admin = current.get();
        List<SlipController.Slip> slips = new ArrayList<>();
        try {
            for (StaffRows.Row person : waiting(id, admin).stream()
                    .skip(Math.max(0, from))
                    .limit(AT_ONCE)
                    .toList()) {
                slips.add(new SlipController.Slip(
                        person.name(), person.username(), acts.slip(admin, person), person.titles()));
            }
        } catch (StaffRefused e) {
            // Those that were made are valid and must be shown: nobody can show them again.
            model.addAttribute("error", texts.text(e.key()));
        }
        model.addAttribute("slips", slips);
        model.addAttribute("address", SlipController.address());
        model.addAttribute("back", "/staff/import/" + id + "/slips");
        return "staff/slips";
    }

    /** In the order of the sheet. */
    private List<StaffRows.Row> waiting(UUID id, Staff admin) {
        Area area = Area.of(admin);
        imports.find(id, admin).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return imports.rows(id, ImportRow.DONE).stream()
                .map(ImportRow::staff)
                .filter(Objects::nonNull)
                .flatMap(staff -> people.find(area, staff).stream())
                .filter(person -> person.signedIn() == null && acts.slips(admin, person))
                .toList();
    }
}
