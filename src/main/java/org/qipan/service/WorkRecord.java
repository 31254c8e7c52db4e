package org.qipan.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One act of work as everybody may see it: a date, no clock time and no person.
 *
 * @param counts false once it was withdrawn or replaced by a correction
 * @param reason why it replaced the record before it, or was withdrawn
 */
public record WorkRecord(
        long id,
        String unit,
        String kind,
        BigDecimal quantity,
        @Nullable BigDecimal secondQuantity,
        LocalDate day,
        @Nullable String grid,
        @Nullable String note,
        @Nullable UUID campaign,
        @Nullable Long replaces,
        boolean counts,
        @Nullable String reason) {}
