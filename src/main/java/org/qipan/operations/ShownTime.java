package org.qipan.operations;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Moments as the page prints them, whatever zone the machine is set to. */
final class ShownTime {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZONE);

    private ShownTime() {}

    static @Nullable String of(@Nullable Instant moment) {
        return moment == null ? null : MINUTE.format(moment);
    }
}
