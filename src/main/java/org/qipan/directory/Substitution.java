package org.qipan.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 代理: somebody works for a colleague who is away.
 *
 * @param from first day, {@code to} last day
 * @param kind kind of case it is limited to, null for the whole desk
 * @param ended when it was ended before its last day, null if it was not
 * @param seen when the absent one put the page of what was done away, null if he has not
 */
public record Substitution(
        UUID id,
        UUID absent,
        String absentName,
        UUID substitute,
        String substituteName,
        LocalDate from,
        LocalDate to,
        @Nullable String kind,
        @Nullable String reason,
        @Nullable Instant ended,
        @Nullable Instant seen) {

    /** What is asked for. */
    public record Wanted(
            UUID absent,
            UUID substitute,
            LocalDate from,
            LocalDate to,
            @Nullable String kind,
            @Nullable String reason) {}

    /** {@code running}, {@code coming} or {@code past}, as part of a message key. */
    public String state(LocalDate today) {
        if (ended != null || to.isBefore(today)) {
            return "past";
        }
        return from.isAfter(today) ? "coming" : "running";
    }

    public boolean over(LocalDate today) {
        return state(today).equals("past");
    }
}
