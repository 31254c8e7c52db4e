package org.qipan.ledger;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.deadline.LampView;

/**
 * A matter as the register shows it: nothing of who brought it, and no hour.
 *
 * @param subject path of its subject, empty before it is sorted
 * @param lastDay of the clock that ends first, null where none runs
 * @param repeat linked with another matter
 */
public record LedgerRow(
        UUID id,
        @Nullable String number,
        String title,
        LocalDate received,
        String channel,
        String kind,
        @Nullable String route,
        String subject,
        String state,
        @Nullable LampView lamp,
        @Nullable LocalDate lastDay,
        boolean overdue,
        String desk,
        int people,
        boolean urgent,
        boolean sealed,
        boolean repeat) {

    private static final int GROUP = 5;

    public String kindKey() {
        return "complaint.kind." + kind;
    }

    public String stateKey() {
        return "complaint.state." + state;
    }

    public String channelKey() {
        return "complaint.channel." + channel;
    }

    public @Nullable String routeKey() {
        return route == null ? null : "complaint.route." + route;
    }

    /** Five and more have one matter: those who come in person send representatives (信访工作条例 art. 20). */
    public boolean group() {
        return people >= GROUP;
    }
}
