package org.qipan.task;

import org.qipan.directory.CurrentStaff;
import org.qipan.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 撤回 of what was sent for reading. A second click finds nothing, so no key is needed. */
@Controller
class SentCopyController {

    private final CurrentStaff current;
    private final Access access;
    private final SentCopies sent;
    private final Notices notices;

    SentCopyController(CurrentStaff current, Access access, SentCopies sent, Notices notices) {
        this.current = current;
        this.access = access;
        this.sent = sent;
        this.notices = notices;
    }

    @PostMapping("/tasks/{id}/copies/{copy}/withdrawal")
    ModelAndView withdraw(@PathVariable long id, @PathVariable long copy, RedirectAttributes flash) {
        Seen seen = access.see(id, current.get());
        notices.put(flash, sent.withdraw(seen, copy) ? "task.sent.withdrawn" : "task.sent.read");
        return SeeOther.at("/tasks/" + id);
    }
}
