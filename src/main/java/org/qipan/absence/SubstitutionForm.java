package org.qipan.absence;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Substitution;

/** What was typed; shown again as it was if it is refused. */
record SubstitutionForm(
        @Nullable String absent,
        @Nullable String substitute,
        @Nullable String from,
        @Nullable String to,
        @Nullable String kind,
        @Nullable String reason) {

    /** Empty if a person or a date cannot be read. */
    Optional<Substitution.Wanted> wanted() {
        UUID absentId = id(absent);
        UUID substituteId = id(substitute);
        LocalDate first = day(from);
        LocalDate last = day(to);
        if (absentId == null || substituteId == null || first == null || last == null) {
            return Optional.empty();
        }
        return Optional.of(new Substitution.Wanted(absentId, substituteId, first, last, text(kind), text(reason)));
    }

    static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text.strip());
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
