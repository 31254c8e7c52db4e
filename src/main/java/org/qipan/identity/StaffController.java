package org.qipan.identity;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.qipan.audit.Audit;
import org.qipan.audit.CurrentActor;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.qipan.page.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets people go, and lets a stopped copy of Keycloak through. */
@Controller
@PreAuthorize("hasRole('system-admin')")
class StaffController {

    private static final Set<String> WATCHING = Set.of("security-admin", "audit-admin");

    private final Directory directory;
    private final Departures departures;
    private final SyncState sync;
    private final Audit audit;
    private final CurrentActor actor;
    private final Texts texts;

    StaffController(
            Directory directory, Departures departures, SyncState sync, Audit audit, CurrentActor actor, Texts texts) {
        this.directory = directory;
        this.departures = departures;
        this.sync = sync;
        this.audit = audit;
        this.actor = actor;
        this.texts = texts;
    }

    @GetMapping("/directory/staff/{id}/leave")
    @StepUpFirst
    String ask(@PathVariable UUID id, Model model) {
        Staff staff = staff(id);
        model.addAttribute("staff", staff);
        model.addAttribute(
                "titles", staff.posts().stream().map(directory::title).toList());
        return "identity/leave";
    }

    @PostMapping("/directory/staff/{id}/leave")
    @StepUpFirst
    String leave(@PathVariable UUID id, RedirectAttributes flash) {
        Staff staff = staff(id);
        String key = departures.leave(id) ? "identity.leave.done" : "identity.leave.already";
        texts.notice(flash, key, staff.name());
        return staff.posts().isEmpty()
                ? "redirect:/directory"
                : "redirect:/directory/units/" + staff.posts().get(0).unit();
    }

    @PostMapping("/directory/alert/acceptance")
    @Transactional
    public String accept(RedirectAttributes flash) {
        sync.alert().ifPresent(alert -> {
            sync.acceptDrop();
            audit.record(actor.actor(), "directory.audit.drop", "directory", "keycloak", Map.of("drop", alert.drop()));
        });
        texts.notice(flash, "identity.alert.accepted");
        return "redirect:/directory";
    }

    /** Whoever runs the system lets nobody go who watches him: the security administrator takes such a post away first. */
    private Staff staff(UUID id) {
        Staff staff = directory.staff(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (WATCHING.stream().anyMatch(staff::holds)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return staff;
    }
}
