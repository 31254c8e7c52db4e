package org.qipan.absence;

import org.qipan.directory.CurrentStaff;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the card that the workbench includes. */
@Controller
@TestComponent
class CardController {

    private final Away away;
    private final CurrentStaff current;

    CardController(Away away, CurrentStaff current) {
        this.away = away;
        this.current = current;
    }

    @GetMapping("/test/away")
    String card(Model model) {
        model.addAttribute("away", away.card(current.get()).orElseThrow());
        return "absence/_away :: card";
    }
}
