package org.qipan.report;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A package in a list. */
record PackageRow(
        UUID id,
        UUID campaign,
        String name,
        String unit,
        String unitName,
        String state,
        int round,
        @Nullable String receipt,
        @Nullable String receivedAt) {

    public String stateKey() {
        return "report.state." + state;
    }

    public boolean in(String... states) {
        return List.of(states).contains(state);
    }
}
