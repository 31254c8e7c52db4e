package org.qipan.notice;

import java.util.List;
import org.qipan.worklist.DangerArrived;
import org.qipan.worklist.WorkItem;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes what must be told at once into the outbox, in the transaction in which it came about: if that does not commit, nobody is told. To
 * everybody it concerns by every channel that reaches him.
 */
@Component
class DangerNews {

    private final Channels channels;
    private final Choices choices;
    private final Recipients recipients;
    private final Outbox outbox;
    private final NoticeTexts texts;

    DangerNews(Channels channels, Choices choices, Recipients recipients, Outbox outbox, NoticeTexts texts) {
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
            choices.of(recipients.of(danger.item().id())).forEach(to -> write(to, danger.item()));
        }
    }

    /** Who cannot be reached stands among the dead letters, so that somebody calls him. */
    private void write(Choice to, WorkItem item) {
        List<String> reachable = to.reachable(channels);
        String key = "item " + item.id();
        String text = texts.danger(to.language());
        reachable.forEach(channel -> outbox.add(to, Message.DANGER, channel, key, item.id(), text, null));
        if (reachable.isEmpty()) {
            outbox.add(to, Message.DANGER, channels.codes().get(0), key, item.id(), text, "address");
        }
    }
}
