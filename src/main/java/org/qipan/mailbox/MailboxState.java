package org.qipan.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether the mailbox is read, for whoever looks after the machinery. */
@Component
public class MailboxState {

    /** Rounds that may be missed before the mailbox counts as not read. */
    private static final int MISSED = 5;

    private static final Duration LEAST = Duration.ofMinutes(15);

    private final MailTable table;
    private final MailboxProperties settings;
    private final Clock clock;

    MailboxState(MailTable table, MailboxProperties settings, Clock clock) {
        this.table = table;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * How it stands.
     *
     * @param configured whether this installation has a mailbox
     * @param at when it was last asked, null if it never was
     * @param failed whether that went wrong
     * @param silent whether it is long since, so that nobody asks any more
     */
    public record Standing(boolean configured, @Nullable Instant at, boolean failed, boolean silent) {}

    public Standing standing() {
        if (settings.off()) {
            return new Standing(false, null, false, false);
        }
        Optional<MailTable.Asked> asked = table.asked(settings.name());
        Duration missed = settings.every().multipliedBy(MISSED);
        Instant early = clock.instant().minus(missed.compareTo(LEAST) > 0 ? missed : LEAST);
        return new Standing(
                true,
                asked.map(MailTable.Asked::at).orElse(null),
                asked.filter(one -> one.failure() != null).isPresent(),
                asked.filter(one -> one.at().isBefore(early)).isPresent());
    }
}
