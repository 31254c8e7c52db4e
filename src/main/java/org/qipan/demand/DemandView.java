package org.qipan.demand;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.qipan.deadline.LampView;

/**
 * A demand as pages print it.
 *
 * @param by words of the post that asks; {@code to} of the one that answers
 * @param since day it was asked
 * @param lamp null without a day, and once it is over
 * @param remark why the last answer was sent back, or why it was taken back; null without
 */
public record DemandView(
        Demand demand,
        String by,
        String to,
        LocalDate since,
        @Nullable LampView lamp,
        @Nullable String reason,
        @Nullable String asked,
        @Nullable String answer,
        @Nullable String remark) {

    /** Message key. */
    public String kindKey() {
        return "demand.kind." + demand.kind();
    }

    /** Message key. */
    public String stateKey() {
        return "demand.state." + demand.state();
    }
}
