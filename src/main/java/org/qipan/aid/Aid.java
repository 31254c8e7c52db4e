package org.qipan.aid;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A referral. @param id of its own case @param number by which department and petitioner speak of it */
record Aid(
        UUID id,
        UUID complaint,
        UUID demand,
        Need need,
        @Nullable String number) {}
