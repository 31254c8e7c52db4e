package org.qipan.notice;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The words of messages. They are read on locked screens and by gateways of others, so they hold figures and dates: no name, no number or
 * title of a case, no address to follow.
 */
@Component
class NoticeTexts {

    private final MessageSource messages;

    NoticeTexts(MessageSource messages) {
        this.messages = messages;
    }

    String title(String language) {
        return text(language, "notice.text.title");
    }

    String danger(String language) {
        return text(language, "notice.text.danger");
    }

    String trial(String language) {
        return text(language, "notice.text.trial");
    }

    /** @param wanted figures above zero, of kinds the person wants to hear of */
    String digest(String language, Waiting waiting, Map<Waiting.Figure, Integer> wanted) {
        List<String> sentences = new ArrayList<>();
        LocalDate nearest = waiting.nearest();
        if (waiting.open() > 0) {
            sentences.add(
                    nearest == null
                            ? text(language, "notice.text.open", waiting.open())
                            : text(language, "notice.text.open.due", waiting.open(), day(language, nearest)));
        }
        wanted.forEach((figure, count) -> sentences.add(text(language, "notice.text." + figure.code(), count)));
        sentences.add(text(language, "notice.text.end"));
        return String.join(language.startsWith("zh") ? "" : " ", sentences);
    }

    private String day(String language, LocalDate day) {
        return DateTimeFormatter.ofPattern(text(language, "notice.text.day"), Locale.forLanguageTag(language))
                .format(day);
    }

    private String text(String language, String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.forLanguageTag(language));
    }
}
