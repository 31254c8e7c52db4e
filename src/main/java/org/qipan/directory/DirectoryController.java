package org.qipan.directory;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 机构岗位: find a unit, walk up and down, see who holds which post. */
@Controller
class DirectoryController {

    private static final int FOUND = 30;

    private final Units units;
    private final Directory directory;
    private final UnitPicker picker;
    private final UnitPage page;
    private final RealmWatch realm;
    private final CurrentStaff current;

    DirectoryController(
            Units units,
            Directory directory,
            UnitPicker picker,
            UnitPage page,
            RealmWatch realm,
            CurrentStaff current) {
        this.units = units;
        this.directory = directory;
        this.picker = picker;
        this.page = page;
        this.realm = realm;
        this.current = current;
    }

    /** Without a question: where the reader himself sits. */
    @GetMapping("/directory")
    String directory(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("found", near(q));
        model.addAttribute("provinces", units.lower(""));
        model.addAttribute("mine", mine());
        model.addAttribute("admin", page.admin());
        model.addAttribute("alert", page.admin() ? realm.state().drop() : null);
        return "directory/search";
    }

    @GetMapping("/directory/found")
    String found(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("found", near(q));
        return "directory/search :: found";
    }

    @GetMapping("/directory/units/{code}")
    String unit(@PathVariable String code, Model model) {
        page.show(code, model);
        return "directory/unit";
    }

    /** Lower units as a list that opens in place. */
    @GetMapping("/directory/units/{code}/lower")
    String lower(@PathVariable String code, Model model) {
        model.addAttribute("lower", units.lower(code));
        return "directory/unit :: lower";
    }

    /** Suggestions of the area picker for what its field sends; {@code chosen} puts one into the field. */
    @GetMapping("/directory/picker")
    String picker(
            @RequestParam String field,
            @RequestParam(defaultValue = "") String within,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String chosen,
            @RequestParam Map<String, String> sent,
            Model model) {
        model.addAttribute("name", field);
        model.addAttribute("within", within);
        model.addAttribute("kind", kind);
        if (!chosen.isEmpty()) {
            model.addAttribute("text", picker.label(chosen));
            model.addAttribute("chosen", true);
            return "directory/_picker :: chosen";
        }
        model.addAttribute("suggested", picker.suggest(sent.getOrDefault(field, ""), within, kind));
        return "directory/_picker :: suggestions";
    }

    private List<Unit> near(String q) {
        return current.find()
                .map(staff -> directory.near(q, staff, FOUND))
                .orElseGet(() -> directory.search(q, "", FOUND));
    }

    private List<Unit> mine() {
        return current.find().stream()
                .flatMap(staff -> staff.posts().stream())
                .map(Post::unit)
                .distinct()
                .flatMap(code -> units.find(code).stream())
                .toList();
    }
}
