package org.qipan.board;

import java.util.List;
import org.qipan.worklist.Refused;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Texts of the board in the reader's language, for what is put together in Java. */
@Component
class BoardTexts {

    private final MessageSource messages;

    BoardTexts(MessageSource messages) {
        this.messages = messages;
    }

    String get(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    List<String> of(Refused refused) {
        return refused.reasons().stream()
                .map(r -> get(r.key(), r.arguments().toArray()))
                .toList();
    }
}
