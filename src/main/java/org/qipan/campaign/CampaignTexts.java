package org.qipan.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qipan.worklist.Refused;
import org.qipan.worklist.Refused.Reason;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Texts of campaigns and of their boards in the reader's language, for what is put together in Java. */
@Component
public class CampaignTexts {

    private final MessageSource messages;

    CampaignTexts(MessageSource messages) {
        this.messages = messages;
    }

    public String get(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** Why, reason by reason. */
    public List<String> of(Refused refused) {
        return refused.reasons().stream().map(this::of).toList();
    }

    /** What concerns no field. */
    List<String> whole(Refused refused) {
        return refused.reasons().stream()
                .filter(r -> r.field() == null)
                .map(this::of)
                .toList();
    }

    /** What is wrong in each field. */
    Map<String, String> fields(Refused refused) {
        Map<String, String> fields = new LinkedHashMap<>();
        refused.reasons().forEach(r -> {
            if (r.field() != null) {
                fields.putIfAbsent(r.field(), of(r));
            }
        });
        return fields;
    }

    private String of(Reason reason) {
        return get(reason.key(), reason.arguments().toArray());
    }
}
