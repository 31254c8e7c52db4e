package org.qipan.subject;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of table {@code subject}: one version of a subject, and how long it holds. @param to first day on which it no longer does */
record SubjectRow(
        long id,
        String code,
        @Nullable String parent,
        String name,
        @Nullable String department,
        @Nullable String term,
        String basis,
        LocalDate from,
        @Nullable LocalDate to) {

    boolean holds(LocalDate day) {
        return !from.isAfter(day) && (to == null || day.isBefore(to));
    }

    boolean says(SubjectEntry entry) {
        return Objects.equals(parent, entry.parent())
                && name.equals(entry.name())
                && Objects.equals(department, entry.department())
                && Objects.equals(term, entry.term())
                && basis.equals(entry.basis());
    }
}
