package org.qipan.journal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Post;

/**
 * One entry.
 *
 * @param kind {@code call}, {@code visit}, {@code talk}, {@code evidence} or {@code mediation}
 * @param day it was done
 * @param text null where it lies in the vault
 * @param agreed whether a mediation came to an agreement, null for other kinds
 */
record Entry(
        UUID id,
        UUID complaint,
        String kind,
        LocalDate day,
        @Nullable String text,
        @Nullable Boolean agreed,
        UUID by,
        Post as) {

    /** Field of the vault, for matters that are sealed. */
    String field() {
        return "journal-" + id.toString().replace("-", "");
    }
}
