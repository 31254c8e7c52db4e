package org.qipan.mailbox;

import org.jspecify.annotations.Nullable;
import org.qipan.cluster.Rounds;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks into the mailbox again and again, where there is one. */
@Component
class MailboxThread implements SmartLifecycle {

    private final MailboxProperties settings;
    private final Mailbox mailbox;
    private volatile @Nullable Rounds thread;

    MailboxThread(MailboxProperties settings, Mailbox mailbox) {
        this.settings = settings;
        this.mailbox = mailbox;
    }

    @Override
    public void start() {
        if (!settings.off()) {
            thread = new Rounds("mailbox").every(settings.every(), mailbox::round);
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
