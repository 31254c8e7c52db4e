package org.qipan.grid;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.CurrentStaff;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * 同类办理. The page that says what happened answers the form itself; every row has a key of its own, so that a form sent twice does
 * nothing twice.
 */
@Controller
class GridController {

    private final CurrentStaff current;
    private final Grids grids;

    GridController(CurrentStaff current, Grids grids) {
        this.current = current;
        this.grids = grids;
    }

    @GetMapping("/worklist/grid")
    String page(@RequestParam(defaultValue = "") List<Long> ids, Model model) {
        model.addAttribute("grid", grids.open(ids, current.get()));
        return "grid/grid";
    }

    /** @param only id of the row that is submitted, none for all of them */
    @PostMapping("/worklist/grid")
    ModelAndView submit(
            @RequestParam(defaultValue = "") List<Long> ids,
            @RequestParam(required = false) @Nullable Long only,
            @RequestParam MultiValueMap<String, String> parameters) {
        GridPage page = grids.submit(ids, only, parameters, current.get());
        boolean refused = page.rows().stream().anyMatch(row -> !row.done() && (only == null || only == row.id()));
        ModelAndView answer = new ModelAndView("grid/grid", refused ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK);
        answer.addObject("grid", page);
        return answer;
    }
}
