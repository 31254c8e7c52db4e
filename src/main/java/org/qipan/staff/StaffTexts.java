package org.qipan.staff;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qipan.page.SeeOther;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says things in the reader's language, here and on the page he is sent to. */
@Component
class StaffTexts {

    private final MessageSource messages;

    StaffTexts(MessageSource messages) {
        this.messages = messages;
    }

    String text(String key, @Nullable Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, LocaleContextHolder.getLocale()));
    }

    ModelAndView to(String url, RedirectAttributes flash, String notice, @Nullable Object... arguments) {
        flash.addFlashAttribute("notice", text(notice, arguments));
        return SeeOther.at(url);
    }
}
