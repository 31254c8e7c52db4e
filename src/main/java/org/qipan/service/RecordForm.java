package org.qipan.service;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Vocabulary;
import org.qipan.directory.Post;
import org.qipan.worklist.Refused;
import org.qipan.worklist.Refused.Reason;

/**
 * What the sheet sends; texts, so that whatever was typed can be shown again.
 *
 * @param as post, {@code role@unit}
 * @param recordedAt milliseconds of the browser's clock, missing without JavaScript
 * @param clean set by 一键删去: take the refused words out of the note
 */
record RecordForm(
        @Nullable String as,
        @Nullable String clientId,
        @Nullable String kind,
        @Nullable String quantity,
        @Nullable String secondQuantity,
        @Nullable String day,
        @Nullable String unit,
        @Nullable String grid,
        @Nullable String note,
        @Nullable String campaign,
        @Nullable String recordedAt,
        @Nullable String clean,
        @Nullable String reason) {

    /** An empty sheet for today. */
    static RecordForm blank(Post as, String kind, LocalDate today, @Nullable UUID campaign) {
        return new RecordForm(
                as.group(),
                UUID.randomUUID().toString(),
                kind,
                "1",
                null,
                today.toString(),
                as.unit(),
                null,
                null,
                campaign == null ? null : campaign.toString(),
                null,
                null,
                null);
    }

    static RecordForm of(WorkRecord record, Post as) {
        BigDecimal second = record.secondQuantity();
        UUID campaign = record.campaign();
        return new RecordForm(
                as.group(),
                UUID.randomUUID().toString(),
                record.kind(),
                record.quantity().stripTrailingZeros().toPlainString(),
                second == null ? null : second.stripTrailingZeros().toPlainString(),
                record.day().toString(),
                record.unit(),
                record.grid(),
                record.note(),
                campaign == null ? null : campaign.toString(),
                null,
                null,
                null);
    }

    /** The same sheet without the words that were refused. */
    RecordForm cleaned(Vocabulary vocabulary) {
        String kept = vocabulary.hint(note).map(Vocabulary.Finding::cleaned).orElse(note);
        return new RecordForm(
                as,
                clientId,
                kind,
                quantity,
                secondQuantity,
                day,
                unit,
                grid,
                kept,
                campaign,
                recordedAt,
                null,
                reason);
    }

    /** @throws Refused naming every field that cannot be read */
    Entry entry(Post post, Clock clock) {
        List<Reason> unread = new ArrayList<>();
        UUID client = parsed("clientId", clientId, UUID::fromString, unread);
        BigDecimal first = parsed("quantity", quantity, BigDecimal::new, unread);
        BigDecimal second =
                blank(secondQuantity) ? null : parsed("secondQuantity", secondQuantity, BigDecimal::new, unread);
        LocalDate date = parsed("day", day, LocalDate::parse, unread);
        UUID of = blank(campaign) ? null : parsed("campaign", campaign, UUID::fromString, unread);
        if (blank(kind)) {
            unread.add(new Reason("kind", "service.refused.kind", List.of()));
        }
        if (client == null || first == null || date == null || kind == null || !unread.isEmpty()) {
            throw new Refused(unread);
        }
        return new Entry(
                client,
                unit == null || unit.isBlank() ? post.unit() : unit,
                kind,
                first,
                second,
                date,
                text(grid),
                text(note),
                of,
                noted(clock));
    }

    /** A browser's clock may be wrong or offline for days; it is never later than ours. */
    private Instant noted(Clock clock) {
        Instant now = clock.instant();
        if (recordedAt == null || !recordedAt.matches("[0-9]{13}")) {
            return now;
        }
        Instant noted = Instant.ofEpochMilli(Long.parseLong(recordedAt));
        return noted.isAfter(now)
                        || noted.isBefore(Instant.EPOCH
                                .atZone(ZoneId.of("UTC"))
                                .plusYears(45)
                                .toInstant())
                ? now
                : noted;
    }

    private static <T> @Nullable T parsed(
            String field, @Nullable String text, Function<String, T> parse, List<Reason> unread) {
        try {
            if (text != null && text.length() <= 40) {
                return parse.apply(text.strip());
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // said below, together with a missing value
        }
        unread.add(new Reason(field, "service.refused.unread", List.of()));
        return null;
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
