package org.qipan.report;

import java.util.List;
import java.util.Map;
import org.qipan.figure.Column;
import org.qipan.worklist.Refused;
import org.qipan.worklist.Refused.Reason;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Words of reports in the reader's language. */
@Component
class ReportTexts {

    private final MessageSource messages;

    ReportTexts(MessageSource messages) {
        this.messages = messages;
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** Name of the column with its unit of measure. */
    String heading(Column column) {
        return text("figure.heading", text(column.label()), text("figure.unit." + column.unit()));
    }

    Map<String, String> errors(List<Reason> reasons) {
        return Refused.byField(
                reasons, reason -> text(reason.key(), reason.arguments().toArray()));
    }
}
