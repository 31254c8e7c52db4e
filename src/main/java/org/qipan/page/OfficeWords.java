package org.qipan.page;

import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is stored and read by everybody is in the language of the office. */
@Component
public class OfficeWords {

    private final MessageSource messages;

    OfficeWords(MessageSource messages) {
        this.messages = messages;
    }

    public String of(String key, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE));
    }
}
