package org.qipan.search;

import java.util.List;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.qipan.directory.Unit;
import org.qipan.worklist.CaseSearch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search box of every page. */
@Controller
@PreAuthorize("isAuthenticated()")
class SearchController {

    private static final int MOST = 20;
    private static final int LONGEST = 60;

    private final ObjectProvider<CaseSearch> cases;
    private final Directory directory;
    private final CurrentStaff current;

    SearchController(ObjectProvider<CaseSearch> cases, Directory directory, CurrentStaff current) {
        this.cases = cases;
        this.directory = directory;
        this.current = current;
    }

    @GetMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, Model model) {
        String text = text(q);
        boolean asked = text.codePointCount(0, text.length()) > 1;
        model.addAttribute("q", q);
        model.addAttribute("asked", asked);
        model.addAttribute("cases", asked ? cases(text) : List.of());
        model.addAttribute("units", asked ? units(text) : List.of());
        return "search/search";
    }

    private List<CaseSearch.Found> cases(String text) {
        Staff reader = current.get();
        return cases.stream()
                .flatMap(each -> each.find(text, reader, MOST).stream())
                .limit(MOST)
                .toList();
    }

    private List<Unit> units(String text) {
        return directory.near(text, current.get(), MOST);
    }

    /** Keyboards have [ and （ at hand, official numbers have 〔. */
    private static String text(String typed) {
        String text = typed.strip();
        return text.substring(0, Math.min(LONGEST, text.length()))
                .replaceAll("[\\[(【（［]", "〔")
                .replaceAll("[\\])】）］]", "〕");
    }
}
