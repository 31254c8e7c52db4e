package org.qipan.page;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says things in the reader's language, here and on the page he is sent to. */
@Component
public class Texts {

    private final MessageSource messages;

    public Texts(MessageSource messages) {
        this.messages = messages;
    }

    /** @throws org.springframework.context.NoSuchMessageException if no bundle has the key */
    public String text(String key, @Nullable Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, LocaleContextHolder.getLocale()));
    }

    /** @param notice key of what the page he comes to says first */
    public void notice(RedirectAttributes flash, String notice, @Nullable Object... arguments) {
        flash.addFlashAttribute("notice", text(notice, arguments));
    }

    /** Sends him on (303). @param notice key of what the page he comes to says first */
    public ModelAndView to(String url, RedirectAttributes flash, String notice, @Nullable Object... arguments) {
        notice(flash, notice, arguments);
        return SeeOther.at(url);
    }
}
