package org.qipan.mailbox;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.vault.Keys;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes one mail over: the draft and how far the mailbox was read are kept together or not at all. */
@Component
class Arrivals {

    private final MailboxProperties settings;
    private final MailReader reader;
    private final Sealing sealing;
    private final MailTable table;
    private final Keys keys;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Arrivals(
            MailboxProperties settings,
            MailReader reader,
            Sealing sealing,
            MailTable table,
            Keys keys,
            TransactionTemplate transaction,
            Clock clock) {
        this.settings = settings;
        this.reader = reader;
        this.sealing = sealing;
        this.table = table;
        this.keys = keys;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @throws MessagingException if the server does not give it: then it is tried again, and not taken for a bad mail */
    void take(Message message, long validity, long uid) throws MessagingException {
        byte[] mark = mark(name(message, validity, uid));
        LocalDate received = received(message);
        Letter letter = null;
        String unreadable = null;
        try {
            letter = reader.read(source(message));
        } catch (Unreadable e) {
            unreadable = e.reason();
        }
        keep(mark, received, letter, unreadable, validity, uid);
    }

    private static byte[] source(Message message) throws MessagingException, Unreadable {
        if (message.getSize() > MailReader.LARGEST) {
            throw new Unreadable("large");
        }
        var source = new ByteArrayOutputStream();
        try {
            message.writeTo(source);
        } catch (IOException e) {
            throw new MessagingException("not given");
        }
        return source.toByteArray();
    }

    private void keep(
            byte[] mark,
            LocalDate received,
            @Nullable Letter letter,
            @Nullable String unreadable,
            long validity,
            long uid) {
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            boolean first = table.insert(id, mark, settings.desk(), uid, received, unreadable);
            if (first && letter != null) {
                sealing.put(id, letter);
            }
            table.reached(settings.name(), validity, uid);
        });
    }

    /** The id its writer's program gave it, or its number here if that gave none. */
    private static String name(Message message, long validity, long uid) throws MessagingException {
        String[] ids = message.getHeader("Message-ID");
        return ids == null || ids.length == 0 || ids[0].isBlank()
                ? "uid " + validity + " " + uid
                : "id " + ids[0].strip();
    }

    private LocalDate received(Message message) throws MessagingException {
        LocalDate today = LocalDate.now(clock);
        Date at = message.getReceivedDate();
        LocalDate day = at == null ? today : LocalDate.ofInstant(at.toInstant(), clock.getZone());
        return day.isAfter(today) ? today : day;
    }

    private byte[] mark(String name) {
        return keys.mark("mail " + settings.name(), name.getBytes(StandardCharsets.UTF_8));
    }
}
