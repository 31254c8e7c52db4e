package org.qipan.figure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as it was confirmed.
 *
 * @param version 1, 2 … for one form, unit, campaign and period
 * @param sha256 of cells, formulas and their version, hexadecimal
 * @param sheet null in lists
 */
public record Snapshot(
        long id,
        int version,
        Instant madeAt,
        String sha256,
        @Nullable Sheet sheet) {}
