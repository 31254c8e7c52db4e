package org.qipan.hotline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.qipan.channel.SendFailed;
import org.qipan.channel.SignedPost;
import org.qipan.cluster.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells other systems what changed, one after the other, each in the transaction that notes it: a node that dies tells it again. */
@Component
class CallbackSender implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackSender.class);
    private static final Duration OFTEN = Duration.ofSeconds(5);
    private static final int MOST = 100;

    /** After each failure; after the last it is a dead letter. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(2));

    /** A system that did not answer is left alone for a moment, whatever else waits for it. */
    private static final Duration REST = Duration.ofSeconds(30);

    private final Map<String, SignedPost> posts = new HashMap<>();
    private final Map<String, Instant> resting = new ConcurrentHashMap<>();
    private final Callbacks callbacks;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;
    private final Clock clock;
    private volatile @Nullable Rounds thread;

    CallbackSender(
            HotlineProperties settings,
            Callbacks callbacks,
            TransactionTemplate transaction,
            ObjectMapper json,
            Clock clock) {
        this.callbacks = callbacks;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
        for (HotlineProperties.Client client : settings.clients()) {
            if (!client.callbackUrl().isBlank()) {
                posts.put(
                        client.id(),
                        new SignedPost(
                                "callback-url of " + client.id(),
                                URI.create(client.callbackUrl()),
                                client.key(),
                                clock));
            }
        }
    }

    /** @return how many were dealt with, whatever became of them */
    int round() {
        int done = 0;
        while (done < MOST && Objects.requireNonNull(transaction.execute(status -> one()))) {
            done++;
        }
        return done;
    }

    private boolean one() {
        Instant now = clock.instant();
        resting.values().removeIf(until -> !until.isAfter(now));
        List<String> open = new ArrayList<>(posts.keySet());
        open.removeAll(resting.keySet());
        Optional<Callback> next = open.isEmpty() ? Optional.empty() : callbacks.next(open);
        next.ifPresent(callback -> send(callback, now));
        return next.isPresent();
    }

    private void send(Callback callback, Instant now) {
        try {
            Objects.requireNonNull(posts.get(callback.client()))
                    .send(callback.id(), json.writeValueAsString(callback.changed()));
            callbacks.mark(callback, "sent", null, now);
        } catch (SendFailed failure) {
            failed(callback, failure, now);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void failed(Callback callback, SendFailed failure, Instant now) {
        LOG.warn("call-back {} to {} failed: {}", callback.id(), callback.client(), failure.reason());
        if (failure.lasting() || callback.attempts() >= PAUSES.size()) {
            callbacks.mark(callback, "dead", failure.reason(), now);
        } else {
            callbacks.mark(callback, "waiting", failure.reason(), now.plus(PAUSES.get(callback.attempts())));
        }
        if (!failure.lasting()) {
            resting.put(callback.client(), now.plus(REST));
        }
    }

    @Override
    public void start() {
        if (!posts.isEmpty()) {
            thread = new Rounds("hotline-callbacks").every(OFTEN, this::round);
        }
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
