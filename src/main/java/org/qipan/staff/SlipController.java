package org.qipan.staff;

import java.util.List;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * 首次登录条: the slip of paper somebody signs in with for the first time. It is the answer itself and not an
 * address to go to: whatever waited for a second request would have to keep the password.
 */
@Controller
@PreAuthorize("hasAnyRole('system-admin','security-admin')")
@StepUpFirst
class SlipController {

    private final CurrentStaff current;
    private final StaffRows rows;
    private final Slips slips;
    private final Texts texts;

    SlipController(CurrentStaff current, StaffRows rows, Slips slips, Texts texts) {
        this.current = current;
        this.rows = rows;
        this.slips = slips;
        this.texts = texts;
    }

    @GetMapping("/staff/{id}/slip")
    String ask(@PathVariable UUID id, Model model) {
        model.addAttribute("person", person(id, current.get()));
        return "staff/slip";
    }

    @PostMapping("/staff/{id}/slip")
    ModelAndView print(@PathVariable UUID id, Model model) {
        Staff admin = current.get();
        StaffRows.Row person = person(id, admin);
        model.addAttribute("person", person);
        try {
            model.addAttribute("slips", List.of(slips.print(admin, person)));
            model.addAttribute("back", "/staff/" + id);
            model.addAttribute("address", Slips.address());
            return new ModelAndView("staff/slips", model.asMap());
        } catch (StaffRefused e) {
            model.addAttribute("error", texts.text(e.key()));
            return new ModelAndView("staff/slip", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private StaffRows.Row person(UUID id, Staff admin) {
        return rows.find(AdminArea.of(admin), id)
                .filter(one -> slips.may(admin, one))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
