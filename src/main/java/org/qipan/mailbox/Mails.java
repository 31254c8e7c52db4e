package org.qipan.mailbox;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.qipan.audit.Audit;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.Refused;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What officers do with mails that came. A mail of another desk does not exist for them. */
@Service
@Transactional
class Mails {

    static final Set<String> REASONS = Set.of("other", "spam", "double", "handled");

    private static final String OFFICER = "complaint-officer";

    private final MailTable table;
    private final Sealing sealing;
    private final MailboxProperties settings;
    private final Audit audit;
    private final Clock clock;

    Mails(MailTable table, Sealing sealing, MailboxProperties settings, Audit audit, Clock clock) {
        this.table = table;
        this.sealing = sealing;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    List<MailRow> list(Staff staff, String state) {
        return table.list(desks(staff), state);
    }

    Map<String, Long> counts(Staff staff) {
        return table.counts(desks(staff));
    }

    /** @throws NoSuchElementException if there is none, or none for this person */
    MailRow find(UUID id, Staff staff) {
        return table.find(id, desks(staff), false).orElseThrow(() -> new NoSuchElementException("mail " + id));
    }

    /** What somebody wrote, in his own words: each look is recorded. @throws NoSuchElementException if it is no longer kept */
    Sealing.Opened open(MailRow mail, Staff staff) {
        audit.record(staff.actor(), "mailbox.audit.opened", "mail", mail.id().toString(), Map.of());
        return sealing.open(mail.id()).orElseThrow(() -> new NoSuchElementException("mail " + mail.id()));
    }

    /** @throws Refused without a reason, or where it was decided already */
    void setAside(UUID id, String reason, Staff staff) {
        MailRow mail = locked(id, staff);
        if (!REASONS.contains(reason)) {
            throw Refused.at("reason", "mailbox.refused.reason");
        }
        if (!mail.is(MailRow.WAITING) && !mail.is(MailRow.UNREADABLE)) {
            throw new Refused("mailbox.refused.decided");
        }
        table.decided(id, MailRow.ASIDE, reason, null, staff.id());
        audit.record(staff.actor(), "mailbox.audit.aside", "mail", id.toString(), Map.of("reason", reason));
    }

    /** It was none of those things after all. @throws Refused where nothing is left of it */
    void bringBack(UUID id, Staff staff) {
        MailRow mail = locked(id, staff);
        if (!mail.is(MailRow.ASIDE) || mail.shredded() || sealing.open(id).isEmpty()) {
            throw new Refused("mailbox.refused.decided");
        }
        table.decided(id, MailRow.WAITING, null, null, staff.id());
        audit.record(staff.actor(), "mailbox.audit.back", "mail", id.toString(), Map.of());
    }

    /** It is a matter now, and nothing of it is left here. @throws Refused where it was decided already */
    void registered(UUID id, UUID complaint, Staff staff) {
        table.decided(id, MailRow.REGISTERED, null, complaint, staff.id());
        sealing.shred(id);
        table.shredded(id);
        audit.record(staff.actor(), "mailbox.audit.registered", "mail", id.toString(), Map.of("case", complaint));
    }

    /** The mail, waiting, and nobody else decides about it meanwhile. */
    MailRow waiting(UUID id, Staff staff) {
        MailRow mail = locked(id, staff);
        if (!mail.is(MailRow.WAITING)) {
            throw new Refused("mailbox.refused.decided");
        }
        return mail;
    }

    @Scheduled(cron = "0 52 3 * * *", zone = "Asia/Shanghai")
    void forget() {
        for (UUID id : table.asideBefore(clock.instant().minus(settings.keep()))) {
            sealing.shred(id);
            table.shredded(id);
        }
    }

    private MailRow locked(UUID id, Staff staff) {
        return table.find(id, desks(staff), true).orElseThrow(() -> new NoSuchElementException("mail " + id));
    }

    private static List<String> desks(Staff staff) {
        return staff.posts().stream()
                .filter(post -> post.role().equals(OFFICER))
                .map(Post::unit)
                .toList();
    }
}
