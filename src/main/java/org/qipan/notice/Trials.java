package org.qipan.notice;

import java.time.Clock;
import java.time.Duration;
import org.qipan.channel.Channels;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Messages a person sends himself to see that they come. Once in ten minutes and channel: nobody can flood a stranger's phone with them. */
@Component
class Trials {

    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final Outbox outbox;
    private final Channels channels;
    private final NoticeTexts texts;
    private final Clock clock;

    Trials(Outbox outbox, Channels channels, NoticeTexts texts, Clock clock) {
        this.outbox = outbox;
        this.channels = channels;
        this.texts = texts;
        this.clock = clock;
    }

    /** @return false if one was sent a moment ago, or the channel does not reach him */
    @Transactional
    public boolean send(Choice to, String channel) {
        String key = "trial " + clock.instant().getEpochSecond() / PAUSE.toSeconds();
        return to.reachable(channels).contains(channel)
                && outbox.add(to, Message.TRIAL, channel, key, null, texts.trial(to.language()), null);
    }
}
