package org.qipan.follow;

import java.util.UUID;
import org.qipan.directory.CurrentStaff;
import org.qipan.page.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 我关注的. Twice is once in all of it, so no keys are needed. */
@Controller
class FollowController {

    private final CurrentStaff current;
    private final Follows follows;

    FollowController(CurrentStaff current, Follows follows) {
        this.current = current;
        this.follows = follows;
    }

    @GetMapping("/worklist/follows")
    String list(Model model) {
        model.addAttribute("rows", follows.of(current.get()));
        return "follow/list";
    }

    /** Leads to the case and marks its changes as read. */
    @GetMapping("/worklist/follows/{id}")
    ModelAndView open(@PathVariable UUID id) {
        return seeOther(follows.open(id, current.get()).orElseThrow(FollowController::nothing));
    }

    @PostMapping("/worklist/follows/{id}")
    ModelAndView turn(
            @PathVariable UUID id,
            @RequestParam boolean on,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes flash) {
        if (on && !follows.may(id, current.get())) {
            throw nothing();
        }
        String notice = "follow.notice.off";
        if (on) {
            notice = follows.follow(id, current.get()) ? "follow.notice.on" : "follow.refused.many";
        } else {
            follows.leave(id, current.get());
        }
        flash.addFlashAttribute("notice", notice);
        return seeOther(to(id, back));
    }

    /** @param back the page of an item, {@code case} for that of the case, else the list */
    private String to(UUID id, String back) {
        if (back.equals("case")) {
            return follows.url(id, current.get()).orElse("/worklist/follows");
        }
        return back.matches("/tasks/\\d{1,18}") ? back : "/worklist/follows";
    }

    private static ModelAndView seeOther(String to) {
        return SeeOther.at(to);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
