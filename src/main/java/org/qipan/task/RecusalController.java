package org.qipan.task;

import java.util.Optional;
import java.util.UUID;
import org.qipan.directory.CurrentStaff;
import org.qipan.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 申请回避 from the page of an item. */
@Controller
class RecusalController {

    private static final int LONGEST = 2_000;

    private final CurrentStaff current;
    private final Access access;
    private final Recusals recusals;
    private final Once once;
    private final Notices notices;

    RecusalController(CurrentStaff current, Access access, Recusals recusals, Once once, Notices notices) {
        this.current = current;
        this.access = access;
        this.recusals = recusals;
        this.once = once;
        this.notices = notices;
    }

    @PostMapping("/tasks/{id}/recusal")
    ModelAndView declare(
            @PathVariable long id,
            @RequestParam UUID idempotencyKey,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam MultiValueMap<String, String> parameters,
            RedirectAttributes flash) {
        Seen seen = access.see(id, current.get());
        String url = "/tasks/" + id;
        Optional<Ground> chosen = Ground.of(ground);
        if (chosen.isEmpty()
                || reason.isBlank()
                || reason.length() > LONGEST
                || seen.by().posts().isEmpty()) {
            return to(url, "task.recusal.invalid", flash);
        }
        try {
            String location =
                    once.run(idempotencyKey, seen.by().id(), "POST " + url + "/recusal", Once.hash(parameters), () -> {
                        recusals.declare(seen, chosen.get(), reason.strip());
                        return "/worklist";
                    });
            return to(location, "task.notice.recusal", flash);
        } catch (Once.KeyReused e) {
            return to(url, "task.refused.key", flash);
        }
    }

    private ModelAndView to(String url, String notice, RedirectAttributes flash) {
        notices.put(flash, notice);
        return SeeOther.at(url);
    }
}
