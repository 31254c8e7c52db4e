package org.qipan.mailbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.qipan.directory.Staff;
import org.qipan.file.Files;
import org.qipan.page.Texts;
import org.qipan.registration.Drafts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills the form of registration from a mail, and hands over what came with it once it is registered. */
@Component
class MailDrafts implements Drafts {

    /** Characters the form takes. */
    private static final int WORDS = 5000;

    private final Mails mails;
    private final Sealing sealing;
    private final Files files;
    private final Texts texts;

    MailDrafts(Mails mails, Sealing sealing, Files files, Texts texts) {
        this.mails = mails;
        this.sealing = sealing;
        this.files = files;
        this.texts = texts;
    }

    @Override
    @Transactional
    public Map<String, Object> prefill(UUID draft, Staff staff) {
        MailRow mail = mails.find(draft, staff);
        if (!mail.is(MailRow.WAITING)) {
            throw new NoSuchElementException("mail " + draft);
        }
        Sealing.Opened letter = mails.open(mail, staff);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("channel", "mail");
        values.put("received", mail.received().toString());
        values.put("words", shortened(words(letter)));
        values.put("email", letter.from());
        if (!letter.name().isBlank() && !letter.name().equals(letter.from())) {
            values.put("name", letter.name());
        }
        return values;
    }

    @Override
    @Transactional
    public void registered(UUID draft, UUID complaint, Staff staff) {
        MailRow mail = mails.waiting(draft, staff);
        Sealing.Opened letter = sealing.open(mail.id()).orElseThrow();
        List<UUID> kept = new ArrayList<>();
        int no = 0;
        for (Sealing.Listed file : letter.files()) {
            if (file.refused() == null) {
                kept.add(store(sealing.file(draft, no), file.name(), staff));
            }
            no++;
        }
        String words = words(letter);
        if (!shortened(words).equals(words)) {
            // The matter takes 5000 characters; the rest goes with it as a file.
            kept.add(store(words.getBytes(StandardCharsets.UTF_8), texts.text("mailbox.whole"), staff));
        }
        files.attach(kept, complaint, staff.id());
        mails.registered(draft, complaint, staff);
    }

    private UUID store(byte[] content, String name, Staff staff) {
        try {
            return files.store(new ByteArrayInputStream(content), name, staff.id())
                    .id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String words(Sealing.Opened letter) {
        return (letter.subject() + "\n\n" + letter.text()).strip();
    }

    private static String shortened(String words) {
        return words.codePointCount(0, words.length()) <= WORDS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, WORDS));
    }
}
