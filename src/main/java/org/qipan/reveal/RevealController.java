package org.qipan.reveal;

import java.util.UUID;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Staff;
import org.qipan.identity.StepUpFirst;
import org.qipan.page.Texts;
import org.qipan.reveal.RevealSight.Matter;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who asked to see a petitioner's identity, and the look itself. */
@Controller
@PreAuthorize(
        "hasAnyRole('complaint-officer','village-head','township-leader','district-leader','city-leader','province-officer','province-leader',"
                + "'department-officer')")
class RevealController {

    private final CurrentStaff current;
    private final RevealSight sight;
    private final Reveals reveals;
    private final RevealRows rows;
    private final Texts texts;

    RevealController(CurrentStaff current, RevealSight sight, Reveals reveals, RevealRows rows, Texts texts) {
        this.current = current;
        this.sight = sight;
        this.reveals = reveals;
        this.rows = rows;
        this.texts = texts;
    }

    @GetMapping("/complaints/{id}/identity")
    String register(@PathVariable UUID id, Model model) {
        Staff reader = current.get();
        Matter matter = sight.matter(id, reader)
                .filter(found -> sight.mayKnow(found, reader))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var running = reveals.running(matter, reader);
        model.addAttribute("matter", matter);
        model.addAttribute("rows", rows.of(matter, reader));
        model.addAttribute("anonymous", matter.anonymous());
        model.addAttribute("mayLook", running.isPresent());
        model.addAttribute("mayAsk", running.isEmpty() && sight.mayAsk(matter, reader));
        return "reveal/register";
    }

    /** Each time this page is made is one look, also when it is loaded again. */
    @GetMapping("/complaints/{id}/identity/look")
    @StepUpFirst
    @PreAuthorize("hasRole('complaint-officer')")
    ModelAndView look(
            @PathVariable UUID id,
            Model model,
            jakarta.servlet.http.HttpServletResponse response,
            RedirectAttributes flash) {
        Staff reader = current.get();
        Matter matter = sight.matter(id, reader)
                .filter(found -> sight.mayAsk(found, reader))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var look = reveals.look(matter, reader).orElse(null);
        if (look == null) {
            return texts.to(Reveals.register(id), flash, "reveal.notice.over");
        }
        response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
        model.addAttribute("matter", matter);
        model.addAttribute("fields", Reveals.FIELDS);
        model.addAttribute("texts", look.texts());
        model.addAttribute("until", RevealRows.minute(look.until()));
        model.addAttribute("at", RevealRows.minute(look.at()));
        model.addAttribute("reader", reader);
        return new ModelAndView("reveal/look", model.asMap());
    }
}
