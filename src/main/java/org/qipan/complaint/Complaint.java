package org.qipan.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.course.Kind;
import org.qipan.course.Route;
import org.qipan.filing.Channel;
import org.qipan.filing.Mode;

/**
 * A petition matter as it is stored.
 *
 * @param number 受理编号, null before it is sorted
 * @param desk unit whose complaint officers have it
 * @param forwarder unit they have it from, null unless it was sent on
 * @param concerned unit it complains of: for the desk alone
 * @param reachable name and address are clear (art. 23)
 * @param electronic the petitioner agreed to be served on the tracking page
 * @param digest the officer's neutral words; null before sorting, and for a sealed matter, whose digest lies in the vault
 * @param mergedInto the matter whose answer is this one's too, null as a rule
 * @param objections how often a unit has said that it is not competent
 * @param objectable until when a unit that was told to keep it may say so again, null unless it was told
 */
record Complaint(
        UUID id,
        @Nullable String number,
        String title,
        Channel channel,
        Mode mode,
        String desk,
        @Nullable String forwarder,
        @Nullable String place,
        @Nullable String concerned,
        Instant received,
        @Nullable String outsideNumber,
        boolean urgent,
        int people,
        boolean reachable,
        boolean electronic,
        @Nullable Kind kind,
        @Nullable Route route,
        @Nullable String lead,
        @Nullable LocalDate reportBack,
        @Nullable String digest,
        boolean sealed,
        int objections,
        @Nullable Instant objectable,
        String state,
        @Nullable Verdict verdict,
        @Nullable Integer grade,
        @Nullable UUID mergedInto,
        @Nullable Instant closed) {

    boolean open() {
        return closed == null;
    }

    /** It waits for the desk to sort it, and nobody else has it yet. */
    boolean unsorted() {
        return state.equals("received");
    }
}
