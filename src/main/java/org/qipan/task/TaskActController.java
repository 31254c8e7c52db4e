package org.qipan.task;

import java.util.UUID;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Post;
import org.qipan.page.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What stands under 更多: sign for, re-route, copy, comment, urge. */
@Controller
class TaskActController {

    private static final int LONGEST = 2_000;

    private final CurrentStaff current;
    private final Access access;
    private final TaskActs acts;
    private final TaskTargets targets;
    private final Once once;
    private final Notices notices;

    TaskActController(
            CurrentStaff current, Access access, TaskActs acts, TaskTargets targets, Once once, Notices notices) {
        this.current = current;
        this.access = access;
        this.acts = acts;
        this.targets = targets;
        this.once = once;
        this.notices = notices;
    }

    @PostMapping("/tasks/{id}/claim")
    ModelAndView claim(
            @PathVariable long id,
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> parameters,
            RedirectAttributes flash) {
        Seen seen = access.own(id, current.get());
        return once(seen, idempotencyKey, "claim", parameters, flash, () -> acts.claim(seen));
    }

    @PostMapping("/tasks/{id}/release")
    ModelAndView release(
            @PathVariable long id,
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> parameters,
            RedirectAttributes flash) {
        Seen seen = access.own(id, current.get());
        return once(seen, idempotencyKey, "release", parameters, flash, () -> acts.release(seen));
    }

    @PostMapping("/tasks/{id}/route")
    ModelAndView reroute(
            @PathVariable long id,
            @RequestParam UUID idempotencyKey,
            @RequestParam String to,
            @RequestParam String reason,
            @RequestParam MultiValueMap<String, String> parameters,
            RedirectAttributes flash) {
        Seen seen = access.own(id, current.get());
        String stays = targets.stays(seen.item());
        if (stays != null) {
            return back(id, stays, flash);
        }
        if (invalid(reason) || seen.asked() || !targets.of(seen.item()).containsKey(to)) {
            return refused(id, "route", reason, "task.reroute.invalid", flash);
        }
        return once(
                seen,
                idempotencyKey,
                "route",
                parameters,
                flash,
                () -> acts.reroute(seen, Post.of(to), reason.strip()));
    }

    @PostMapping("/tasks/{id}/copies")
    ModelAndView copy(
            @PathVariable long id,
            @RequestParam UUID idempotencyKey,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String remark,
            @RequestParam MultiValueMap<String, String> parameters,
            RedirectAttributes flash) {
        Seen seen = access.own(id, current.get());
        if (remark.length() > LONGEST || !targets.of(seen.item()).containsKey(to)) {
            return refused(id, "copies", remark, "task.copy.invalid", flash);
        }
        return once(
                seen, idempotencyKey, "copies", parameters, flash, () -> acts.copy(seen, Post.of(to), remark.strip()));
    }

    @PostMapping("/tasks/{id}/notes")
    ModelAndView note(
            @PathVariable long id,
            @RequestParam UUID idempotencyKey,
            @RequestParam String text,
            @RequestParam MultiValueMap<String, String> parameters,
            RedirectAttributes flash) {
        Seen seen = access.see(id, current.get());
        if (invalid(text)) {
            return refused(id, "notes", text, "task.note.invalid", flash);
        }
        return once(seen, idempotencyKey, "notes", parameters, flash, () -> acts.note(seen, text.strip()));
    }

    @PostMapping("/tasks/{id}/urges")
    ModelAndView urge(@PathVariable long id, RedirectAttributes flash) {
        Seen seen = access.see(id, current.get());
        // The table itself lets one a day through, so no key is needed.
        boolean urged = !seen.mine() && seen.open() && acts.urge(seen);
        if (urged) {
            flash.addFlashAttribute("urged", id);
        }
        return back(id, urged ? "task.notice.urges" : "task.urge.already", flash);
    }

    @PostMapping("/tasks/{id}/urges/undo")
    ModelAndView undoUrge(@PathVariable long id, RedirectAttributes flash) {
        Seen seen = access.see(id, current.get());
        return back(id, acts.undoUrge(seen) ? "task.notice.unurged" : "task.urge.late", flash);
    }

    private ModelAndView once(
            Seen seen,
            UUID key,
            String act,
            MultiValueMap<String, String> parameters,
            RedirectAttributes flash,
            Runnable effect) {
        String url = "/tasks/" + seen.item().id();
        // Who gives an item away usually no longer sees it.
        String location = "route".equals(act) ? "/worklist" : url;
        try {
            once.run(key, seen.by().id(), "POST " + url + "/" + act, Once.hash(parameters), () -> {
                effect.run();
                return location;
            });
            return to(location, "task.notice." + act, flash);
        } catch (Conflict e) {
            ModelAndView page = new ModelAndView("task/conflict", HttpStatus.CONFLICT);
            page.addObject("conflict", ConflictPage.of(access.see(seen.item().id(), seen.by()), parameters));
            return page;
        } catch (Once.KeyReused e) {
            return to(url, "task.refused.key", flash);
        }
    }

    private static boolean invalid(String text) {
        return text.isBlank() || text.length() > LONGEST;
    }

    /** What was typed stands in its place again, and beside it what is wrong. */
    private ModelAndView refused(long id, String act, String typed, String why, RedirectAttributes flash) {
        flash.addFlashAttribute("refused", act);
        flash.addFlashAttribute("typed", typed);
        return back(id, why, flash);
    }

    private ModelAndView back(long id, String notice, RedirectAttributes flash) {
        return to("/tasks/" + id, notice, flash);
    }

    private ModelAndView to(String url, String notice, RedirectAttributes flash) {
        notices.put(flash, notice);
        return SeeOther.at(url);
    }
}
