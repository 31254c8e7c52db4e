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
 * @param agreed whether a mediation came to an agreement, null for other kinds
 */
record Entry(
        UUID id,
        UUID complaint,
        String kind,
        LocalDate day,
        String text,
        @Nullable Boolean agreed,
        UUID by,
        Post as) {}
