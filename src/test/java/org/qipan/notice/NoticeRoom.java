package org.qipan.notice;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.qipan.casefile.Said;
import org.qipan.channel.Channels;
import org.qipan.channel.ChannelsFixture;
import org.qipan.channel.Recorder;
import org.qipan.deadline.WorkCalendar;
import org.qipan.directory.Staff;
import org.qipan.worklist.DangerArrived;
import org.qipan.worklist.WorkFacts;
import org.qipan.worklist.Workroom;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.support.ResourceBundleMessageSource;

/** A township office with the notices as they are wired, and channels that only keep what they are given. It is Friday, 10:00. */
final class NoticeRoom {

    static final String OFFICER = "township-officer@" + Workroom.TOWN;
    static final String LEADER = "township-leader@" + Workroom.TOWN;
    static final String WORKER = "village-worker@" + Workroom.VILLAGE;

    final Workroom room = Workroom.withPeople();
    final Recorder sms = new Recorder("sms");
    final Recorder mail = new Recorder("mail");
    final Channels channels = ChannelsFixture.of(sms, mail);
    final NoticeProperties settings = new NoticeProperties(9);
    final NoticeChoices choices = new NoticeChoices(room.jdbc, settings, room.clock);
    final Recipients recipients = new Recipients(room.jdbc, room.clock);
    final Outbox outbox = new Outbox(room.jdbc, room.clock);
    final QuietHours quiet = new QuietHours(room.bean(WorkCalendar.class));
    final NoticeTexts texts = new NoticeTexts(messages());
    final Digests digests = new Digests(
            room.jdbc,
            room.bean(DataSource.class),
            room.transaction,
            channels,
            choices,
            settings,
            quiet,
            new WaitingWork(room.jdbc),
            outbox,
            texts,
            room.clock);
    final DangerNews danger = new DangerNews(room.jdbc, channels, choices, recipients, outbox, texts);
    final Sender sender = node();

    NoticeRoom() {
        room.town();
        room.context.addApplicationListener(event -> {
            if (event instanceof PayloadApplicationEvent<?> news
                    && news.getPayload() instanceof DangerArrived arrived) {
                danger.on(arrived);
            }
        });
    }

    /** One more node on the same database. */
    Sender node() {
        return new Sender(outbox, channels, choices, recipients, quiet, texts, room.transaction, room.clock);
    }

    static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/notice");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    /** Somebody with a phone who else left everything as it is. */
    Staff employ(String name, String... groups) {
        Staff staff = room.employ(name, groups);
        choose(staff, 9, "zh-CN", Set.of());
        return staff;
    }

    void choose(Staff staff, int hour, String language, Set<NoticeKind> off) {
        choices.save(new Choice(staff.id(), staff.username(), null, hour, off, language, "13800138000", null, null));
    }

    long danger(UUID caseId, String group) {
        room.page.facts = new WorkFacts(
                caseId, Said.typed("紧急"), null, null, room.clock.instant(), false, false, false, false, true);
        return room.task(group);
    }

    long item(UUID caseId, String group, String due) {
        return room.task(caseId, group, due == null ? null : Instant.parse(due));
    }

    /** {@code kind state reason} of every row, in the order they were written. */
    List<String> rows() {
        return room.jdbc
                .sql("select concat_ws(' ', kind, state, reason) from outbox order by no")
                .query(String.class)
                .list();
    }

    List<UUID> told() {
        return room.jdbc
                .sql("select distinct staff from outbox")
                .query(UUID.class)
                .list();
    }

    /** What the minute brings to whom a danger concerns only now. */
    void others() {
        room.transaction.executeWithoutResult(status -> danger.others());
    }

    /** A message that waits for this person. */
    void trial(Staff staff, String channel, String key) {
        room.transaction.executeWithoutResult(status -> outbox.add(
                choices.of(staff.id()).orElseThrow(), Message.TRIAL, channel, key, null, texts.trial("zh-CN"), null));
    }

    void close() {
        room.context.close();
    }
}
