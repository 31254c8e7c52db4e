package org.qipan.recusal;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Post;

/**
 * 申请回避 by a petitioner, or by somebody who works on the matter.
 *
 * @param no of the request in its matter; its words lie in the vault under {@code recusal-<no>}
 * @param id also of its case
 * @param state {@code asked}, {@code granted}, {@code refused}, or {@code over} where the matter ended first
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

    /** @param told the reason out of its seal */
    Request told(@Nullable String told) {
        return new Request(id, caseId, no, whom, asked, role, unit, state, decided, told);
    }

    Post decider() {
        return new Post(role, unit);
    }

    /** Whether it waits for its decision. */
    public boolean open() {
        return state.equals("asked");
    }

    /** Whether somebody asks for himself. */
    boolean own() {
        return whom.equals(OwnRecusals.SELF);
    }

    String field() {
        return "recusal-" + no;
    }
}
