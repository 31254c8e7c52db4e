package org.qipan.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseFiles;
import org.qipan.desk.Desk;
import org.qipan.desk.Desks;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Staff;
import org.qipan.page.SeeOther;
import org.qipan.task.Once;
import org.qipan.worklist.CaseExtras;
import org.qipan.worklist.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 问题上报: the list, one problem, and taking it back. */
@Controller
@RequestMapping("/problems")
@PreAuthorize(RaiseController.STAFF)
class ProblemController {

    private static final int SIZE = 20;
    private static final int REASON = 500;

    private final CurrentStaff current;
    private final Desks desks;
    private final ProblemLists lists;
    private final ProblemAccess access;
    private final ProblemViews views;
    private final Problems problems;
    private final ProblemTexts texts;
    private final CaseFiles cases;
    private final Once once;
    private final CaseExtras extras;

    ProblemController(
            CurrentStaff current,
            Desks desks,
            ProblemLists lists,
            ProblemAccess access,
            ProblemViews views,
            Problems problems,
            ProblemTexts texts,
            CaseFiles cases,
            Once once,
            CaseExtras extras) {
        this.extras = extras;
        this.current = current;
        this.desks = desks;
        this.lists = lists;
        this.access = access;
        this.views = views;
        this.problems = problems;
        this.texts = texts;
        this.cases = cases;
        this.once = once;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String tab,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable UUID before,
            Model model) {
        Desk desk = desks.of(current.get());
        List<String> tabs = new ArrayList<>(List.of("raised", "came"));
        if (!desk.below().isEmpty()) {
            tabs.add("below");
        }
        ProblemFilter filter =
                ProblemFilter.of(tab, state, before, tabs, desk.below().isEmpty() ? "raised" : "came");
        ProblemLists.Page page = lists.page(filter, ProblemSight.of(desk), SIZE);
        model.addAttribute("filter", filter);
        model.addAttribute("tabs", tabs);
        model.addAttribute("states", ProblemFilter.STATES);
        model.addAttribute("problems", page.problems().stream().map(views::line).toList());
        model.addAttribute("next", page.next() == null ? null : filter.url(page.next()));
        model.addAttribute("first", before == null ? null : filter.url(null));
        return "problem/list";
    }

    @GetMapping("/{id}")
    ModelAndView look(@PathVariable UUID id) {
        return shown(id, current.get(), null, null, HttpStatus.OK);
    }

    /** 撤回, while nobody has answered. */
    @PostMapping("/{id}/withdrawal")
    ModelAndView withdraw(
            @PathVariable UUID id,
            @RequestParam UUID idempotencyKey,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam MultiValueMap<String, String> parameters,
            RedirectAttributes flash) {
        Staff staff = current.get();
        String url = "/problems/" + access.visible(id, staff).id();
        String said = reason.isBlank() ? null : reason.strip();
        try {
            if (reason.length() > REASON) {
                throw new Refused("problem.refused.long", REASON);
            }
            once.run(idempotencyKey, staff.id(), "POST " + url + "/withdrawal", Once.hash(parameters), () -> {
                problems.withdraw(id, said, staff);
                return url;
            });
            flash.addFlashAttribute("notice", "problem.notice.withdrawn");
            return SeeOther.at(url);
        } catch (Once.KeyReused e) {
            return shown(id, staff, reason, new Refused("problem.refused.again"), HttpStatus.UNPROCESSABLE_ENTITY);
        } catch (Refused e) {
            return shown(id, staff, reason, e, HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private ModelAndView shown(
            UUID id, Staff staff, @Nullable String reason, @Nullable Refused refused, HttpStatus status) {
        Problem problem = access.visible(id, staff);
        ModelAndView page = new ModelAndView("problem/show", status);
        page.addObject("problem", views.page(problem, staff));
        page.addAllObjects(extras.of(id, staff));
        page.addObject("timeline", cases.timeline(id));
        page.addObject("task", access.task(id, staff).orElse(null));
        page.addObject("mayWithdraw", problem.pending() && problem.raisedBy().equals(staff.id()));
        page.addObject("reason", reason);
        page.addObject(
                "refused",
                refused == null
                        ? List.of()
                        : refused.reasons().stream().map(texts::of).toList());
        return page;
    }
}
