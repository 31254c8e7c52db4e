package org.qipan;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** On a thread that tells a story, the moment it tells of; on every other, the present. So a past can be told while the product runs. */
public final class StoryClock extends Clock {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final ThreadLocal<@Nullable Instant> told = new ThreadLocal<>();

    public void tell(Instant moment) {
        told.set(moment);
    }

    public void end() {
        told.remove();
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(ZONE) ? this : Clock.fixed(instant(), zone);
    }

    @Override
    public Instant instant() {
        Instant moment = told.get();
        return moment == null ? Instant.now() : moment;
    }
}
