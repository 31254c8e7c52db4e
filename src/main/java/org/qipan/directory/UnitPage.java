package org.qipan.directory;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** What the page {@code directory/unit} shows; whoever refuses a form on it shows it again with what was typed. */
@Component
public class UnitPage {

    private static final String ADMIN = "system-admin";

    private final Units units;
    private final People people;
    private final CurrentStaff current;

    UnitPage(Units units, People people, CurrentStaff current) {
        this.units = units;
        this.people = people;
        this.current = current;
    }

    /** @throws ResponseStatusException 404 for a code no unit ever had */
    public void show(String code, Model model) {
        Unit unit = units.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("unit", unit);
        model.addAttribute("path", units.path(code));
        model.addAttribute("lower", units.lower(code));
        model.addAttribute("departments", units.departments(code));
        model.addAttribute("posts", people.posts(code));
        model.addAttribute("names", units.names(code));
        model.addAttribute("successions", units.successions(code));
        model.addAttribute("admin", admin());
        model.addAttribute("today", units.today());
    }

    boolean admin() {
        return current.find().filter(staff -> staff.holds(ADMIN)).isPresent();
    }
}
