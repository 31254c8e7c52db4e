package org.qipan.notice;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.qipan.channel.Channels;
import org.qipan.cluster.Rounds;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs {@link Sender}, {@link Digests} and {@link DangerNews#others} on a thread of their own: a gateway that does not answer must not hold up the schedule of others. */
@Component
class SenderThread implements SmartLifecycle {

    private static final Duration OFTEN = Duration.ofSeconds(2);
    private static final Duration NOW_AND_THEN = Duration.ofMinutes(1);

    private final Sender sender;
    private final Digests digests;
    private final DangerNews danger;
    private final Channels channels;
    private volatile @Nullable Rounds thread;

    SenderThread(Sender sender, Digests digests, DangerNews danger, Channels channels) {
        this.sender = sender;
        this.digests = digests;
        this.danger = danger;
        this.channels = channels;
    }

    @Override
    public void start() {
        if (channels.none()) {
            return;
        }
        thread = new Rounds("notice-sender")
                .every(OFTEN, sender::round)
                .every(NOW_AND_THEN, danger::others)
                .every(NOW_AND_THEN, digests::write);
    }

    @Override
    public void stop() {
        Rounds running = thread;
        thread = null;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
