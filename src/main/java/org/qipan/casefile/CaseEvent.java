package org.qipan.casefile;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Post;
import org.qipan.vault.CaseSeal;

/**
 * One entry of a timeline: post, what, when.
 *
 * @param title the words for the post in the reader's language, or for a substitute and the one he acted for; null for the system
 */
public record CaseEvent(
        long id,
        UUID caseId,
        Instant at,
        String act,
        @Nullable UUID by,
        @Nullable Post post,
        @Nullable String title,
        @Nullable String remark,
        Map<String, String> facts) {

    /** Posts whose people work in the field: nobody may read from a timeline when they were on their feet. */
    private static final Set<String> DATE_ONLY = Set.of("village-worker", "village-head", "service-provider");

    /** What residents did: the hour could tell who was seen with a telephone. */
    private static final Set<String> RESIDENT =
            Set.of("complaint.received", "complaint.message", "complaint.withdrawn");

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /** With its remark out of the seal. @param texts by what is stored; a remark whose key was destroyed is none */
    CaseEvent opened(Map<String, String> texts) {
        return remark == null || !CaseSeal.sealed(remark)
                ? this
                : new CaseEvent(id, caseId, at, act, by, post, title, texts.get(remark), facts);
    }

    /** The moment as it may be shown: to the minute, or only the date where the hour would tell on a person. */
    public String when() {
        boolean hour = post == null ? !RESIDENT.contains(act) : !DATE_ONLY.contains(post.role());
        return (hour ? MINUTE : DATE).format(at.atZone(ZONE));
    }
}
