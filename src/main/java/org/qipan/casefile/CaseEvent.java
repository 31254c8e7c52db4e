package org.qipan.casefile;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Post;

/** One entry of a timeline: post, what, when. */
public record CaseEvent(
        long id,
        UUID caseId,
        Instant at,
        String act,
        @Nullable UUID by,
        @Nullable Post post,
        @Nullable String remark,
        Map<String, String> facts) {}
