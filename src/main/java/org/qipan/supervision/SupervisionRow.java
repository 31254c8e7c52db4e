package org.qipan.supervision;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.deadline.LampView;

/**
 * A line of the 督办清单.
 *
 * @param matter id of the matter; {@code name} its number or title
 * @param handler words of the post that reports; {@code by} of the one that supervises
 * @param since day it began; {@code listed} day it was listed by a leader, null if it was not
 * @param until last day to report on
 * @param state of the demand
 * @param lamp null once it was reported
 */
record SupervisionRow(
        UUID matter,
        String name,
        String handler,
        String by,
        LocalDate since,
        @Nullable LocalDate listed,
        LocalDate until,
        Ground ground,
        String state,
        @Nullable LampView lamp) {

    /** Message key. */
    public String stateKey() {
        return "supervision.state." + state;
    }
}
