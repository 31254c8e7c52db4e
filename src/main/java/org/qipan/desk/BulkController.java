package org.qipan.desk;

import java.util.List;
import java.util.Set;
import org.qipan.directory.CurrentStaff;
import org.qipan.page.SeeOther;
import org.qipan.worklist.Readings;
import org.qipan.worklist.Urges;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * All rows of a list at once. The page that says what happened answers the form itself: sent again it finds every row read or urged
 * already, says so and changes nothing.
 */
@Controller
class BulkController {

    private final CurrentStaff current;
    private final Desks desks;
    private final Bulk bulk;
    private final Readings readings;
    private final Urges urges;

    BulkController(CurrentStaff current, Desks desks, Bulk bulk, Readings readings, Urges urges) {
        this.urges = urges;
        this.current = current;
        this.desks = desks;
        this.bulk = bulk;
        this.readings = readings;
    }

    @GetMapping("/worklist/reading")
    String reading(@ModelAttribute ListFilter filter, Model model) {
        return page(model, bulk.reading(desk(), filter.of("toread", null)));
    }

    @PostMapping("/worklist/reading")
    String read(@ModelAttribute ListFilter filter, @RequestParam List<Long> ids, Model model) {
        return page(model, bulk.read(desk(), filter.of("toread", null), ids));
    }

    @PostMapping("/worklist/reading/undo")
    ModelAndView undo(@RequestParam List<Long> ids, RedirectAttributes flash) {
        Set<Long> unread = readings.unread(ids, current.get());
        flash.addFlashAttribute("notice", unread.isEmpty() ? "desk.bulk.read.late" : "desk.bulk.read.undone");
        return SeeOther.at("/worklist?tab=toread");
    }

    @GetMapping("/worklist/urging")
    String urging(@ModelAttribute ListFilter filter, Model model) {
        return page(model, bulk.urging(deskAbove(), filter.of(null, "below")));
    }

    @PostMapping("/worklist/urging")
    String urge(@ModelAttribute ListFilter filter, @RequestParam List<Long> ids, Model model) {
        return page(model, bulk.urge(deskAbove(), filter.of(null, "below"), ids));
    }

    @PostMapping("/worklist/urging/undo")
    ModelAndView undoUrge(@RequestParam List<Long> ids, RedirectAttributes flash) {
        Set<Long> undone = urges.undo(ids, current.get().id());
        flash.addFlashAttribute("notice", undone.isEmpty() ? "desk.bulk.urge.late" : "desk.bulk.urge.undone");
        return SeeOther.at("/worklist?scope=below");
    }

    private static String page(Model model, BulkView view) {
        model.addAttribute("bulk", view);
        return "desk/bulk";
    }

    private Desk desk() {
        return desks.of(current.get());
    }

    /** Who has nobody below him has nobody to urge. */
    private Desk deskAbove() {
        Desk desk = desk();
        if (desk.below().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return desk;
    }
}
