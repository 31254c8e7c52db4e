package org.qipan.mailbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.util.Arrays;
import java.util.Comparator;
import javax.sql.DataSource;
import org.qipan.cluster.Locks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Fetches what is new in the mailbox. What is new is known by the numbers the server gives and not by marks: a mail that somebody looked at
 * in another program is not missed. It is marked as seen after it was taken over, and never deleted.
 */
@Component
class Mailbox {

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

    /** Mails a round at most, so that a full mailbox is no long transaction of the server. */
    private static final int MOST = 200;

    private final MailboxProperties settings;
    private final Arrivals arrivals;
    private final MailTable table;
    private final DataSource database;

    Mailbox(MailboxProperties settings, Arrivals arrivals, MailTable table, DataSource database) {
        this.settings = settings;
        this.arrivals = arrivals;
        this.table = table;
        this.database = database;
    }

    /** One look into the mailbox; nothing if another node is looking. */
    void round() {
        Locks.alone(database, "mailbox.round", this::look);
    }

    private void look() {
        String failure = null;
        try (Store store = Session.getInstance(settings.connection()).getStore(settings.protocol())) {
            store.connect(settings.host(), settings.port(), settings.user(), settings.key());
            Folder folder = store.getFolder(settings.folder());
            folder.open(Folder.READ_WRITE);
            try {
                fetch(folder);
            } finally {
                folder.close(false);
            }
        } catch (AuthenticationFailedException e) {
            failure = "password";
        } catch (MessagingException e) {
            failure = "unreachable";
        }
        if (failure != null) {
            LOG.warn("the mailbox was not read: {}", failure);
        }
        table.asked(settings.name(), failure);
    }

    private void fetch(Folder folder) throws MessagingException {
        UIDFolder numbered = (UIDFolder) folder;
        long validity = numbered.getUIDValidity();
        long last = table.uid(settings.name(), validity);
        // "All after the last" gives the last one again where there is none after it.
        Message[] found = Arrays.stream(numbered.getMessagesByUID(last + 1, UIDFolder.LASTUID))
                .filter(message -> number(numbered, message) > last)
                .sorted(Comparator.comparingLong(message -> number(numbered, message)))
                .limit(MOST)
                .toArray(Message[]::new);
        var profile = new FetchProfile();
        profile.add(FetchProfile.Item.ENVELOPE);
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        folder.fetch(found, profile);
        for (Message message : found) {
            arrivals.take(message, validity, number(numbered, message));
            message.setFlag(Flags.Flag.SEEN, true);
        }
    }

    private static long number(UIDFolder folder, Message message) {
        try {
            return folder.getUID(message);
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail without a number");
        }
    }
}
