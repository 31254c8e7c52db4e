package org.qipan.recusal;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Post;

/**
 * 申请回避 by a petitioner.
 *
 * @param no of the request in its matter; its words lie in the vault under {@code recusal-<no>}
 * @param state {@code asked}, {@code granted}, {@code refused}, or {@code over} with its matter
 * @param reason what the petitioner is told, null before it is decided
 */
record Request(
        UUID id,
        UUID caseId,
        int no,
        String whom,
        OffsetDateTime asked,
        String role,
        String unit,
        String state,
        @Nullable OffsetDateTime decided,
        @Nullable String reason) {

    Post decider() {
        return new Post(role, unit);
    }

    /** Whether it waits for its decision. */
    public boolean open() {
        return state.equals("asked");
    }

    String field() {
        return "recusal-" + no;
    }

    /** Address of the page on which it is decided. */
    public String url() {
        return "/complaints/recusals/" + id;
    }
}
