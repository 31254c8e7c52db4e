package org.qipan.task;

import java.util.stream.Collectors;
import org.qipan.worklist.Refused;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says in the reader's language what happened, on the page he is sent to. */
@Component
public class Notices {

    private final MessageSource messages;

    Notices(MessageSource messages) {
        this.messages = messages;
    }

    void put(RedirectAttributes flash, String key) {
        flash.addFlashAttribute("notice", text(key));
    }

    /** Every reason of a refusal, one after the other. */
    public String text(Refused refused) {
        return refused.reasons().stream()
                .map(reason -> text(reason.key(), reason.arguments().toArray()))
                .collect(Collectors.joining(" "));
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
