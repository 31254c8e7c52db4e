package org.qipan.complaint;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.course.Kind;
import org.qipan.course.Route;
import org.qipan.deadline.LampView;
import org.qipan.deadline.TermRuler;
import org.qipan.file.StoredFile;

/**
 * A matter as pages print it for one reader.
 *
 * @param kept false once everything written was destroyed: nobody can be reached over it
 * @param words the petitioner's own; null for everybody but the desk
 * @param concerned whom it complains of; null as {@code words}
 * @param persons names of those the petitioner does not want to know of it; null as {@code words}
 * @param digest the officer's neutral words, null before sorting
 * @param received day it came in; of anonymous matters nothing finer is kept
 * @param clocks that run now
 */
record ComplaintView(
        UUID id,
        @Nullable String number,
        String title,
        Complaint complaint,
        boolean atDesk,
        boolean kept,
        @Nullable String words,
        @Nullable String concerned,
        @Nullable String persons,
        @Nullable String digest,
        String received,
        String desk,
        @Nullable String forwarder,
        @Nullable String lead,
        @Nullable String place,
        List<Clock> clocks,
        List<Paper> papers,
        List<StoredFile> files) {

    /** A running clock. */
    record Clock(TermRuler ruler, LampView lamp, String holder) {}

    /** Whether the desk may still keep somebody out: before it gives the matter to anybody. */
    public boolean mayKeepOut() {
        return atDesk && complaint.unsorted();
    }

    public String kindKey() {
        Kind kind = complaint.kind();
        return "complaint.kind." + (kind == null ? "none" : kind.key());
    }

    public String stateKey() {
        return "complaint.state." + complaint.state();
    }

    public String channelKey() {
        return "complaint.channel." + complaint.channel().key();
    }

    public String modeKey() {
        return "complaint.mode." + complaint.mode().key();
    }

    public @Nullable String routeKey() {
        Route route = complaint.route();
        return route == null ? null : "complaint.route." + route.key();
    }

    public @Nullable String articleKey() {
        Route route = complaint.route();
        return route == null ? null : route.articleKey();
    }

    public @Nullable String verdictKey() {
        Verdict verdict = complaint.verdict();
        return verdict == null ? null : "complaint.verdict." + verdict.key();
    }
}
