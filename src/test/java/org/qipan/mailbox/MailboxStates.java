package org.qipan.mailbox;

import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a mailbox of an installation stands, for tests of whoever asks. */
public final class MailboxStates {

    public static final String NAME = "box@mail.example.org/INBOX";

    private MailboxStates() {}

    public static MailboxState of(JdbcClient jdbc, Clock clock) {
        return new MailboxState(
                new MailTable(jdbc, clock),
                new MailboxProperties(
                        "mail.example.org",
                        993,
                        "tls",
                        "box",
                        "",
                        "",
                        "INBOX",
                        "442000007000",
                        Duration.ofMinutes(1),
                        Duration.ofDays(30)),
                clock);
    }
}
