package org.qipan.term;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.qipan.deadline.DayUnit;
import org.qipan.deadline.TermKind;
import org.qipan.page.Fields;
import org.springframework.util.MultiValueMap;

/**
 * A term as somebody wants it.
 *
 * @param typed days as typed, for the page that shows them again
 * @param days null where nothing or no number was typed
 * @param typedExtension days of extension as typed
 * @param extension null where no number was typed; nothing typed is 0
 * @param end it ends what holds for this area and channel
 * @param seen id of the newest version the person saw
 */
record TermEntry(
        String code,
        @Nullable String name,
        @Nullable String area,
        @Nullable String channel,
        String typed,
        @Nullable Integer days,
        boolean end,
        DayUnit unit,
        String typedExtension,
        @Nullable Integer extension,
        TermKind kind,
        String source,
        @Nullable LocalDate from,
        String why,
        long seen) {

    static TermEntry of(String code, MultiValueMap<String, String> sent) {
        String days = Fields.text(sent, "days");
        boolean end = !Fields.text(sent, "end").isEmpty();
        String extension = Fields.text(sent, "extension");
        Integer seen = number(Fields.text(sent, "seen"));
        return new TermEntry(
                code,
                none(Fields.text(sent, "name")),
                none(Fields.text(sent, "area")),
                none(Fields.text(sent, "channel")),
                days,
                end ? null : number(days),
                end,
                choice(DayUnit.values(), Fields.text(sent, "unit"), DayUnit.CALENDAR),
                extension,
                end || extension.isEmpty() ? Integer.valueOf(0) : number(extension),
                choice(TermKind.values(), Fields.text(sent, "kind"), TermKind.INTERNAL),
                Fields.text(sent, "source"),
                Fields.day(Fields.text(sent, "from")),
                Fields.text(sent, "why"),
                seen == null ? -1 : seen);
    }

    private static <E extends Enum<E>> E choice(E[] values, String name, E otherwise) {
        return Arrays.stream(values)
                .filter(value -> value.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(otherwise);
    }

    private static @Nullable Integer number(String text) {
        return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }

    private static @Nullable String none(String text) {
        return text.isEmpty() ? null : text;
    }
}
