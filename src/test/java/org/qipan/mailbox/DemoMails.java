package org.qipan.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import org.qipan.vault.Keys;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails that came to the mailbox of a desk of the demo. */
public class DemoMails {

    private final MailReader reader;
    private final Sealing sealing;
    private final MailTable table;
    private final Keys keys;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private int count;

    DemoMails(
            MailReader reader,
            Sealing sealing,
            MailTable table,
            Keys keys,
            TransactionTemplate transaction,
            Clock clock) {
        this.reader = reader;
        this.sealing = sealing;
        this.table = table;
        this.keys = keys;
        this.transaction = transaction;
        this.clock = clock;
    }

    public void arrives(String desk, String from, String subject, String text) {
        var settings = new MailboxProperties(
                "localhost",
                143,
                "none",
                "petitions",
                "",
                "",
                "INBOX",
                desk,
                Duration.ofMinutes(1),
                Duration.ofDays(30));
        try {
            var message = new MimeMessage(Session.getInstance(new Properties()));
            message.setFrom(from);
            message.setSubject(subject, "UTF-8");
            message.setText(text, "UTF-8");
            message.saveChanges();
            new Arrivals(settings, reader, sealing, table, keys, transaction, clock).take(message, 1, ++count);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
