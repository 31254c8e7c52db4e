package org.qipan.open;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Unit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The villages and their quarterly sheets. No log-in. */
@Controller
@RequestMapping("/open/villages")
class VillageSheetController {

    private final VillageSheets sheets;

    VillageSheetController(VillageSheets sheets) {
        this.sheets = sheets;
    }

    @GetMapping
    String find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID campaign,
            Model model) {
        List<Unit> found = sheets.find(q.strip(), campaign);
        model.addAttribute("q", q);
        model.addAttribute("campaign", campaign);
        model.addAttribute("villages", found.stream().limit(VillageSheets.MOST).toList());
        model.addAttribute("more", found.size() > VillageSheets.MOST ? VillageSheets.MOST : null);
        return "open/villages";
    }

    /** A quarter that is none, or too long ago, shows the present one. */
    @GetMapping("/{village:[0-9]{12}}")
    String sheet(@PathVariable String village, @RequestParam(defaultValue = "") String quarter, Model model) {
        List<Quarter> quarters = sheets.quarters();
        Quarter chosen = Quarter.of(quarter).filter(quarters::contains).orElse(quarters.get(0));
        model.addAttribute(
                "sheet",
                sheets.sheet(village, chosen).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("quarters", quarters);
        model.addAttribute("few", OpenFigures.FEWEST);
        return "open/village";
    }
}
