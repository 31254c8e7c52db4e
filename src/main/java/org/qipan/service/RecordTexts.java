package org.qipan.service;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qipan.worklist.Refused;
import org.qipan.worklist.Refused.Reason;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Words for records in the reader's language. */
@Component
class RecordTexts {

    private final MessageSource messages;

    RecordTexts(MessageSource messages) {
        this.messages = messages;
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    String text(Locale locale, String key) {
        return messages.getMessage(key, null, locale);
    }

    /** 3 场 · 85 人次. */
    String quantity(ServiceKind kind, BigDecimal quantity, @Nullable BigDecimal second) {
        String first = number(quantity, kind.decimals()) + " " + text("figure.unit." + kind.unitOfMeasure());
        return second == null || kind.secondUnit() == null
                ? first
                : first + " · " + number(second, 0) + " " + text("figure.unit." + kind.secondUnit());
    }

    static String number(BigDecimal value, int decimals) {
        return value.setScale(decimals, java.math.RoundingMode.HALF_UP).toPlainString();
    }

    /** What is wrong, by field; {@code form} for the whole sheet. */
    Map<String, String> errors(List<Reason> reasons) {
        return Refused.byField(
                reasons, reason -> text(reason.key(), reason.arguments().toArray()));
    }
}
