package org.qipan.absence;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Substitution;
import org.qipan.page.Fields;

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
        UUID absentId = Fields.id(absent);
        UUID substituteId = Fields.id(substitute);
        LocalDate first = Fields.day(from);
        LocalDate last = Fields.day(to);
        if (absentId == null || substituteId == null || first == null || last == null) {
            return Optional.empty();
        }
        return Optional.of(new Substitution.Wanted(absentId, substituteId, first, last, text(kind), text(reason)));
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
