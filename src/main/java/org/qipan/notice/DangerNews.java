package org.qipan.notice;

import java.util.List;
import org.qipan.channel.Channels;
import org.qipan.worklist.DangerArrived;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes what must be told at once into the outbox, in the transaction in which it came about: if that does not commit, nobody is told. To
 * everybody it concerns by every channel that reaches him.
 */
@Component
class DangerNews {

    private final JdbcClient jdbc;
    private final Channels channels;
    private final NoticeChoices choices;
    private final Recipients recipients;
    private final Outbox outbox;
    private final NoticeTexts texts;

    DangerNews(
            JdbcClient jdbc,
            Channels channels,
            NoticeChoices choices,
            Recipients recipients,
            Outbox outbox,
            NoticeTexts texts) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.choices = choices;
        this.recipients = recipients;
        this.outbox = outbox;
        this.texts = texts;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DangerArrived danger) {
        if (!channels.none()) {
            tell(danger.item().id());
        }
    }

    /**
     * Tells whom an open danger concerns only since it came: it was given to another post, somebody took the post or stands in, or gave an
     * address. Who was told is not told again.
     */
    @Transactional
    public void others() {
        if (!channels.none()) {
            jdbc.sql("""
                            select distinct o.item from outbox o join work_item w on w.id = o.item and w.state = 'open'
                            where o.kind = 'danger' order by o.item
                            """).query(Long.class).list().forEach(this::tell);
        }
    }

    private void tell(long item) {
        choices.of(recipients.of(item)).forEach(to -> write(to, item));
    }

    /** Who cannot be reached stands among the dead letters, so that somebody calls him. */
    private void write(Choice to, long item) {
        List<String> reachable = to.reachable(channels);
        String key = "item " + item;
        String text = texts.danger(to.language());
        reachable.forEach(channel -> outbox.add(to, Message.DANGER, channel, key, item, text, null));
        if (reachable.isEmpty()) {
            outbox.add(to, Message.DANGER, channels.codes().get(0), key, item, text, "address");
        }
    }
}
