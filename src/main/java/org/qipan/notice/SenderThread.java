package org.qipan.notice;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.qipan.channel.Channels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs {@link Sender}, {@link Digests} and {@link DangerNews#others} on a thread of their own: a gateway that does not answer must not hold up the schedule of others. */
@Component
class SenderThread implements SmartLifecycle {

    private static final Duration OFTEN = Duration.ofSeconds(2);
    private static final Duration NOW_AND_THEN = Duration.ofMinutes(1);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(SenderThread.class);

    private final Sender sender;
    private final Digests digests;
    private final DangerNews danger;
    private final Channels channels;
    private volatile @Nullable ScheduledExecutorService thread;

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
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, "notice-sender");
            made.setDaemon(true);
            return made;
        });
        every(started, OFTEN, sender::round);
        every(started, NOW_AND_THEN, danger::others);
        every(started, NOW_AND_THEN, digests::write);
        thread = started;
    }

    /** A round that failed, for example because the database is away, must not be the last. */
    private static void every(ScheduledExecutorService thread, Duration pause, Runnable work) {
        thread.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        LOG.warn("a round of notices failed: {}", e.toString());
                    }
                },
                pause.toMillis(),
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        running.shutdown();
        try {
            if (!running.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                running.shutdownNow();
            }
        } catch (InterruptedException e) {
            running.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
