package org.qipan.service;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants recorded.
 *
 * @param clientId made where it is typed: sending the same one twice records once
 * @param unit code of the unit the work belongs to, usually that of the post
 * @param recordedAt when it was typed, which may be before it reaches us
 */
public record Entry(
        UUID clientId,
        String unit,
        String kind,
        BigDecimal quantity,
        @Nullable BigDecimal secondQuantity,
        LocalDate day,
        @Nullable String grid,
        @Nullable String note,
        @Nullable UUID campaign,
        Instant recordedAt) {}
