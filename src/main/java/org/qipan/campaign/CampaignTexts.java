package org.qipan.campaign;

import java.util.List;
import org.qipan.worklist.Refused;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Texts of this module in the reader's language, for what is put together in Java. */
@Component
class CampaignTexts {

    private final MessageSource messages;

    CampaignTexts(MessageSource messages) {
        this.messages = messages;
    }

    String get(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    String of(PlanRules.Problem problem) {
        return get(problem.key(), problem.arguments().toArray());
    }

    List<String> of(Refused refused) {
        return refused.reasons().stream()
                .map(r -> get(r.key(), r.arguments().toArray()))
                .toList();
    }

    /** A day of a plan as it is read: 2018年6月中旬. */
    String day(PlanDay day) {
        int year = day.month().getYear();
        int month = day.month().getMonthValue();
        PlanDay.Period period = day.period();
        return period == null
                ? get(
                        "campaign.day.date",
                        String.valueOf(year),
                        month,
                        day.first().getDayOfMonth())
                : get("campaign.day." + period.key(), String.valueOf(year), month);
    }
}
