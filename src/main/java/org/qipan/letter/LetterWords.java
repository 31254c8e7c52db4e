package org.qipan.letter;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A paper is written in the language of the office, whoever asks for it. */
@Component
class LetterWords {

    private final MessageSource messages;

    LetterWords(MessageSource messages) {
        this.messages = messages;
    }

    String of(String key, @Nullable Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE));
    }

    /** Empty where the bundle has none: not every kind of paper has every part. */
    String maybe(String key, @Nullable Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, "", Locale.SIMPLIFIED_CHINESE));
    }

    String day(@Nullable LocalDate day) {
        return day == null
                ? ""
                : of(
                        "letter.day",
                        Integer.toString(day.getYear()),
                        Integer.toString(day.getMonthValue()),
                        Integer.toString(day.getDayOfMonth()));
    }
}
