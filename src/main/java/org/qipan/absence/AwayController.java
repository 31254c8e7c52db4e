package org.qipan.absence;

import java.util.UUID;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Substitutions;
import org.qipan.page.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** 您不在时, as a page; and putting it away. */
@Controller
class AwayController {

    private final CurrentStaff current;
    private final Away away;
    private final Substitutions substitutions;

    AwayController(CurrentStaff current, Away away, Substitutions substitutions) {
        this.current = current;
        this.away = away;
        this.substitutions = substitutions;
    }

    @GetMapping("/substitutions/{id}")
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute(
                "report",
                away.report(id, current.get()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "absence/show";
    }

    /** Twice is once, so no key is needed. */
    @PostMapping("/substitutions/{id}/seen")
    ModelAndView seen(@PathVariable UUID id) {
        substitutions.seen(id, current.get());
        return SeeOther.at("/");
    }
}
