package org.qipan.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.worklist.Refused;
import org.qipan.worklist.Refused.Reason;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Texts of this module in the reader's language, for what is put together in Java. */
@Component
class PlanTexts {

    private final MessageSource messages;
    private final Directory directory;

    PlanTexts(MessageSource messages, Directory directory) {
        this.messages = messages;
        this.directory = directory;
    }

    String get(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    String of(PlanRules.Problem problem) {
        return get(problem.key(), problem.arguments().toArray());
    }

    /** A refusal by field: a word that may not be written stands beside what holds it, all else with the section (key empty). */
    Map<String, String> placed(Refused refused, Map<String, String> values) {
        Map<String, String> placed = new LinkedHashMap<>();
        for (Reason reason : refused.reasons()) {
            String text = get(reason.key(), reason.arguments().toArray());
            List<String> holding = reason.key().equals(PlanVocabulary.WORD)
                    ? values.entrySet().stream()
                            .filter(field -> field.getValue()
                                    .contains(reason.arguments().get(0).toString()))
                            .map(Map.Entry::getKey)
                            .toList()
                    : List.of();
            if (PlanFields.FILES.equals(reason.field())) {
                holding = List.of(PlanFields.FILES);
            }
            holding.forEach(field -> placed.put(field, text));
            if (holding.isEmpty()) {
                placed.merge("", text, (one, two) -> one + " " + two);
            }
        }
        return placed;
    }

    /** A refusal on the editor. @param section where it can be mended, null if nowhere in particular */
    record Told(@Nullable String section, String text) {}

    List<Told> told(Refused refused) {
        return refused.reasons().stream()
                .map(r -> new Told(
                        Section.of(String.valueOf(r.field())).map(Section::key).orElse(null),
                        get(r.key(), r.arguments().toArray())))
                .toList();
    }

    /** How large a file is, for people. */
    String size(long bytes) {
        long kilobytes = Math.max(1, (bytes + 1023) / 1024);
        return kilobytes < 1024 ? get("plan.size.kb", kilobytes) : get("plan.size.mb", bytes / (1024.0 * 1024.0));
    }

    /** A day of a plan as it is read: 2018年6月中旬. */
    String day(PlanDay day) {
        int year = day.month().getYear();
        int month = day.month().getMonthValue();
        PlanDay.Period period = day.period();
        return period == null
                ? get("plan.day.date", String.valueOf(year), month, day.first().getDayOfMonth())
                : get("plan.day." + period.key(), String.valueOf(year), month);
    }

    /** The words for a post; a unit that no longer exists leaves its code. */
    String title(Post post) {
        return directory.find(post.unit()).isPresent() ? directory.title(post) : post.unit();
    }

    String name(String unit) {
        return directory.name(unit);
    }
}
