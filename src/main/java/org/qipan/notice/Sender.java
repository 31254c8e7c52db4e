package org.qipan.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.qipan.channel.Channels;
import org.qipan.channel.Letter;
import org.qipan.channel.SendFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits in the outbox, message by message: takes a row, sends, marks, commits. The row stays locked meanwhile and every other
 * node passes it over, so no message goes out twice while nodes run. Only if a node dies, or loses the database, after the other side took
 * a message and before the mark is committed, it goes out again, under the same number: at least once, and the receiver can tell.
 */
@Component
class Sender {

    /** Pauses after failed attempts; after the last of them a message is dead. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(2));

    /** As above, when life may be at risk. */
    private static final List<Duration> SHORT_PAUSES = List.of(
            Duration.ofSeconds(20),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10));

    /** After a failure a channel gets only messages about danger for a while, so that an outage does not use up everybody's attempts. */
    private static final Duration REST = Duration.ofSeconds(30);

    private static final int MOST = 200;
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final Outbox outbox;
    private final Channels channels;
    private final NoticeChoices choices;
    private final Recipients recipients;
    private final QuietHours quiet;
    private final NoticeTexts texts;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<String, Instant> resting = new ConcurrentHashMap<>();

    Sender(
            Outbox outbox,
            Channels channels,
            NoticeChoices choices,
            Recipients recipients,
            QuietHours quiet,
            NoticeTexts texts,
            TransactionTemplate transaction,
            Clock clock) {
        this.outbox = outbox;
        this.channels = channels;
        this.choices = choices;
        this.recipients = recipients;
        this.quiet = quiet;
        this.texts = texts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return how many messages were dealt with, whatever became of them */
    int round() {
        int done = 0;
        while (done < MOST && !channels.none() && Objects.requireNonNull(transaction.execute(status -> one()))) {
            done++;
        }
        return done;
    }

    private boolean one() {
        Instant now = clock.instant();
        resting.values().removeIf(until -> !until.isAfter(now));
        Optional<Message> next = outbox.next(channels.codes(), resting.keySet());
        next.ifPresent(message -> deal(message, now));
        return next.isPresent();
    }

    private void deal(Message message, Instant now) {
        Optional<Choice> to = choices.of(message.staff());
        Long item = message.item();
        if (to.isEmpty() || item != null && !recipients.still(item, message.staff())) {
            outbox.dropped(message, "over");
        } else if (message.kind().equals(Message.DIGEST) && !today(message, now)) {
            outbox.dropped(message, "stale");
        } else if (message.kind().equals(Message.DIGEST) && !quiet.over(now)) {
            outbox.postponed(message, quiet.next(now));
        } else {
            send(message, to.get().address(message.channel()), now);
        }
    }

    private static boolean today(Message message, Instant now) {
        return LocalDate.ofInstant(message.made(), QuietHours.ZONE).equals(LocalDate.ofInstant(now, QuietHours.ZONE));
    }

    private void send(Message message, @org.jspecify.annotations.Nullable String address, Instant now) {
        if (address == null) {
            outbox.dead(message, "address");
            return;
        }
        Letter letter = new Letter(
                message.id(),
                message.kind(),
                address,
                message.language(),
                texts.title(message.language()),
                message.text());
        try {
            channels.find(message.channel()).orElseThrow().send(letter);
            resting.remove(message.channel());
            outbox.sent(message);
        } catch (SendFailed failure) {
            failed(message, failure, now);
        }
    }

    private void failed(Message message, SendFailed failure, Instant now) {
        List<Duration> pauses = message.danger() ? SHORT_PAUSES : PAUSES;
        LOG.warn("message {} by {} failed: {}", message.id(), message.channel(), failure.reason());
        if (failure.lasting() || message.attempts() >= pauses.size()) {
            outbox.dead(message, failure.reason());
        } else {
            outbox.failed(message, failure.reason(), now.plus(pauses.get(message.attempts())));
        }
        if (!failure.lasting()) {
            resting.put(message.channel(), now.plus(REST));
        }
    }
}
