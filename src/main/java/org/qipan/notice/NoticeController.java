package org.qipan.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qipan.channel.Channels;
import org.qipan.page.Texts;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 通知发送: what went out, what waits, and what has to be sent again. */
@Controller
@PreAuthorize("hasRole('system-admin')")
class NoticeController {

    private final OutboxList list;
    private final Channels channels;
    private final Resending resending;
    private final Texts texts;

    NoticeController(OutboxList list, Channels channels, Resending resending, Texts texts) {
        this.list = list;
        this.channels = channels;
        this.resending = resending;
        this.texts = texts;
    }

    @GetMapping("/notices")
    String show(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        OutboxFilter filter = OutboxFilter.of(state, channel, text, before);
        OutboxList.Page page = list.page(filter);
        model.addAttribute("filter", filter);
        model.addAttribute("page", page);
        model.addAttribute("counts", list.counts());
        model.addAttribute("oldest", list.oldest());
        model.addAttribute("health", list.health(channels));
        model.addAttribute("next", page.next() == null ? null : filter.url(page.next()));
        model.addAttribute("first", before == null ? null : filter.url(null));
        return "notice/list";
    }

    /** @param no messages to send again */
    @PostMapping("/notices/resend")
    ModelAndView resend(@RequestParam(defaultValue = "") List<Long> no, RedirectAttributes flash) {
        int again = resending.resend(no.subList(0, Math.min(OutboxList.SIZE, no.size())));
        String notice = again == 0 ? "notice.resend.none" : "notice.resend.done";
        return texts.to("/notices?state=dead", flash, notice, again);
    }
}
