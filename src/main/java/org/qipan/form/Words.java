package org.qipan.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.i18n.LocaleContextHolder;

/** Texts in the reader's language: messages, and labels that name a message in braces. */
final class Words {

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** @throws NoSuchMessageException if a form names a message that does not exist: a fault of the form, not of the reader */
    @Nullable
    String label(@Nullable String written) {
        if (written != null && written.startsWith("{") && written.endsWith("}")) {
            return message(written.substring(1, written.length() - 1));
        }
        return written;
    }

    List<Component.Choice> labels(List<Component.Choice> choices) {
        return choices.stream()
                .map(choice -> new Component.Choice(choice.value(), String.valueOf(label(choice.label()))))
                .toList();
    }
}
