package org.qipan.task;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Directory;
import org.qipan.page.SeeOther;
import org.qipan.worklist.Refused;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 撤回 of a completed step. A page of its own says what the other side sees of it, before anything is done. */
@Controller
class RecallController {

    private static final int LONGEST = 500;

    private final CurrentStaff current;
    private final Access access;
    private final VisibleItems visible;
    private final Recalls recalls;
    private final LaterItems later;
    private final Directory directory;
    private final Once once;
    private final Notices notices;

    RecallController(
            CurrentStaff current,
            Access access,
            VisibleItems visible,
            Recalls recalls,
            LaterItems later,
            Directory directory,
            Once once,
            Notices notices) {
        this.current = current;
        this.access = access;
        this.visible = visible;
        this.recalls = recalls;
        this.later = later;
        this.directory = directory;
        this.once = once;
        this.notices = notices;
    }

    @GetMapping("/tasks/{id}/recall")
    ModelAndView page(@PathVariable long id, RedirectAttributes flash) {
        Seen seen = access.own(id, current.get());
        if (recalls.waiting(seen).isEmpty()) {
            notices.put(flash, "task.recall.refused.later");
            return SeeOther.at("/tasks/" + id);
        }
        return shown(seen, "", null, HttpStatus.OK);
    }

    @PostMapping("/tasks/{id}/recall")
    ModelAndView recall(
            @PathVariable long id,
            @RequestParam UUID idempotencyKey,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam MultiValueMap<String, String> parameters,
            RedirectAttributes flash) {
        Seen seen = access.own(id, current.get());
        String url = "/tasks/" + id;
        try {
            if (reason.isBlank() || reason.strip().length() > LONGEST) {
                throw new Refused("task.recall.refused.reason", LONGEST);
            }
            String location =
                    once.run(idempotencyKey, seen.by().id(), "POST " + url + "/recall", Once.hash(parameters), () -> {
                        recalls.recall(seen, reason.strip());
                        return reopened(seen);
                    });
            notices.put(flash, location.equals(url) ? "task.notice.recall.away" : "task.notice.recall");
            return SeeOther.at(location);
        } catch (Refused e) {
            return shown(seen, reason, notices.text(e), HttpStatus.UNPROCESSABLE_ENTITY);
        } catch (Once.KeyReused e) {
            return refused(seen, reason, "task.refused.key");
        } catch (ConcurrencyFailureException e) {
            return refused(seen, reason, "task.recall.refused.busy");
        }
    }

    /** The task that is open again; the closed one if that belongs to a post he does not see. */
    private String reopened(Seen seen) {
        long open = later.open(seen.item())
                .filter(id -> visible.find(id, seen.by()).isPresent())
                .orElse(seen.item().id());
        return "/tasks/" + open;
    }

    private ModelAndView refused(Seen seen, String reason, String key) {
        return shown(seen, reason, notices.text(key), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private ModelAndView shown(Seen seen, String reason, @Nullable String error, HttpStatus status) {
        ModelAndView page = new ModelAndView("task/recall", status);
        page.addObject("item", seen.item());
        page.addObject(
                "waiting",
                recalls.waiting(seen).map(item -> directory.title(item.post())).orElse(null));
        page.addObject("reason", reason);
        page.addObject("error", error);
        return page;
    }
}
