package org.qipan.reception;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Post;

/**
 * A day on which a leader receives.
 *
 * @param leader the post that receives
 * @param slots how many matters
 * @param taken how many are put on it
 * @param cancelled why it was called off, null if it was not
 */
record ReceptionDay(
        UUID id,
        Post leader,
        LocalDate day,
        LocalTime opens,
        LocalTime closes,
        String place,
        int slots,
        int taken,
        @Nullable String cancelled) {

    boolean free(LocalDate today) {
        return cancelled == null && taken < slots && !day.isBefore(today);
    }
}
