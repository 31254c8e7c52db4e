package org.qipan.mailbox;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Staff;
import org.qipan.page.Texts;
import org.qipan.worklist.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 信访邮箱: mails wait here until an officer of the desk registers them or sets them aside. */
@Controller
@RequestMapping("/complaints/mail")
@PreAuthorize("hasRole('complaint-officer')")
class MailController {

    private static final String LIST = "/complaints/mail";
    private static final List<String> TABS = List.of(MailRow.WAITING, MailRow.UNREADABLE, MailRow.ASIDE);

    private final CurrentStaff current;
    private final Mails mails;
    private final MailTable table;
    private final MailboxProperties settings;
    private final Texts texts;
    private final Clock clock;

    MailController(
            CurrentStaff current, Mails mails, MailTable table, MailboxProperties settings, Texts texts, Clock clock) {
        this.current = current;
        this.mails = mails;
        this.table = table;
        this.settings = settings;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = MailRow.WAITING) String tab) {
        Staff staff = current.get();
        String chosen = TABS.contains(tab) ? tab : MailRow.WAITING;
        MailTable.Asked asked = table.asked(settings.name()).orElse(null);
        Map<String, Long> counts = mails.counts(staff);
        var page = new ModelAndView("mailbox/list");
        page.addObject("tabs", TABS);
        page.addObject("tab", chosen);
        page.addObject("counts", counts);
        page.addObject("mails", mails.list(staff, chosen));
        page.addObject("most", MailTable.PAGE);
        page.addObject(
                "off",
                !settings.off()
                        ? null
                        : TABS.stream().noneMatch(counts::containsKey) ? "mailbox.off" : "mailbox.off.kept");
        page.addObject("failure", asked == null ? null : asked.failure());
        page.addObject("asked", asked == null ? null : LocalDateTime.ofInstant(asked.at(), clock.getZone()));
        return page;
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id) {
        return shown(id, null, HttpStatus.OK);
    }

    @PostMapping("/{id}/aside")
    ModelAndView aside(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        try {
            mails.setAside(id, reason, current.get());
        } catch (Refused e) {
            return shown(id, e, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return texts.to(LIST, flash, "mailbox.notice.aside", settings.keep().toDays());
    }

    @PostMapping("/{id}/back")
    ModelAndView back(@PathVariable UUID id, RedirectAttributes flash) {
        try {
            mails.bringBack(id, current.get());
        } catch (Refused e) {
            return shown(id, e, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return texts.to(LIST + "/" + id, flash, "mailbox.notice.back");
    }

    private ModelAndView shown(UUID id, @Nullable Refused refused, HttpStatus status) {
        Staff staff = current.get();
        MailRow mail = mails.find(id, staff);
        boolean kept = !mail.shredded() && !mail.is(MailRow.UNREADABLE) && !"handled".equals(mail.reason());
        Map<String, String> errors = refused == null ? Map.of() : refused.byField(texts);
        var page = new ModelAndView("mailbox/show", status);
        page.addObject("mail", mail);
        page.addObject("letter", kept ? mails.open(mail, staff) : null);
        page.addObject("waits", mail.is(MailRow.WAITING));
        page.addObject("open", mail.is(MailRow.WAITING) || mail.is(MailRow.UNREADABLE));
        page.addObject(
                "reasons",
                mail.is(MailRow.UNREADABLE) ? List.of("handled", "spam") : List.of("other", "spam", "double"));
        page.addObject("errors", errors);
        page.addObject("days", settings.keep().toDays());
        return page;
    }
}
