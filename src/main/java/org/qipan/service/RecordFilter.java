package org.qipan.service;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which records to list. Every part may be missing.
 *
 * @param unit code; everything below it is included
 * @param before id of the last record of the page before
 */
record RecordFilter(
        @Nullable String kind,
        @Nullable String unit,
        @Nullable UUID campaign,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate beforeDay,
        @Nullable Long before) {}
