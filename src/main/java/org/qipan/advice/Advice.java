package org.qipan.advice;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recommendation.
 *
 * @param number its number, for example 民众信建〔2026〕1号
 * @param demand what the addressee answers
 * @param unit whose petition office made it; {@code to} the addressee
 * @param subject code of the subject, null for all
 * @param matters how many there were from {@code from} to {@code until}, five or more
 * @param state of the demand
 */
record Advice(
        UUID id,
        @Nullable String number,
        String title,
        UUID demand,
        String unit,
        String to,
        AdviceKind kind,
        @Nullable String subject,
        LocalDate from,
        LocalDate until,
        int matters,
        String state) {}
