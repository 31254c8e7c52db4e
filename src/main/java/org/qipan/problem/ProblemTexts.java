package org.qipan.problem;

import java.util.List;
import org.qipan.form.Forms;
import org.qipan.worklist.Refused;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Texts that are put together in Java. */
@Component
class ProblemTexts {

    private final MessageSource messages;

    ProblemTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** What is wrong in each field. */
    List<Forms.FieldError> fields(Refused refused) {
        return refused.reasons().stream()
                .flatMap(reason -> reason.field() == null
                        ? java.util.stream.Stream.empty()
                        : java.util.stream.Stream.of(new Forms.FieldError(reason.field(), of(reason))))
                .toList();
    }

    /** What concerns no field. */
    List<String> whole(Refused refused) {
        return refused.reasons().stream()
                .filter(reason -> reason.field() == null)
                .map(this::of)
                .toList();
    }

    String of(Refused.Reason reason) {
        return messages.getMessage(reason.key(), reason.arguments().toArray(), LocaleContextHolder.getLocale());
    }
}
