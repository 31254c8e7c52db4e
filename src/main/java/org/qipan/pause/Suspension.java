package org.qipan.pause;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Post;

/**
 * 中止 of a matter, from its request on.
 *
 * @param ground what is waited for: {@code court}, {@code expert}, {@code authority}, {@code petitioner} or {@code force}
 * @param to the post that decides
 * @param state {@code asked}, {@code refused}, {@code withdrawn}, {@code running} or {@code over}
 * @param started when the clock stopped, null before
 * @param ended when it went on, null before
 */
record Suspension(
        UUID id,
        UUID complaint,
        long item,
        UUID askedBy,
        Post as,
        String ground,
        Instant at,
        Post to,
        String state,
        @Nullable Instant started,
        @Nullable Instant ended) {

    boolean waits() {
        return state.equals("asked");
    }

    boolean running() {
        return state.equals("running");
    }

    /** Field of the vault: why, in words the petitioner reads. */
    String reason() {
        return "pause-" + id.toString().replace("-", "");
    }
}
