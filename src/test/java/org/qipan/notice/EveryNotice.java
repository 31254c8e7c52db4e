package org.qipan.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.qipan.channel.Channels;
import org.qipan.channel.ChannelsFixture;
import org.qipan.channel.Recorder;
import org.qipan.directory.Staff;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What people would be sent on the next working morning, word for word; nothing of it stays behind. */
public final class EveryNotice {

    private EveryNotice() {}

    public static List<String> to(Collection<Staff> people, ApplicationContext context) {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        QuietHours quiet = context.getBean(QuietHours.class);
        Clock morning = Clock.fixed(morning(quiet), QuietHours.ZONE);
        NoticeTexts texts = context.getBean(NoticeTexts.class);
        TransactionTemplate transaction = context.getBean(TransactionTemplate.class);
        Recorder mail = new Recorder("mail");
        Channels channels = ChannelsFixture.of(mail);
        NoticeProperties settings = new NoticeProperties(9);
        NoticeChoices choices = new NoticeChoices(jdbc, settings, morning);
        Recipients recipients = new Recipients(jdbc, morning);
        Outbox outbox = new Outbox(jdbc, morning);
        transaction.executeWithoutResult(status -> {
            people.forEach(one -> choices.save(new Choice(
                    one.id(),
                    one.username(),
                    null,
                    9,
                    Set.of(),
                    "zh-CN",
                    null,
                    one.username() + "@example.org",
                    null)));
            new DangerNews(jdbc, channels, choices, recipients, outbox, texts).others();
        });
        new Digests(
                        jdbc,
                        context.getBean(DataSource.class),
                        transaction,
                        channels,
                        choices,
                        settings,
                        quiet,
                        context.getBean(WaitingWork.class),
                        outbox,
                        texts,
                        morning)
                .write();
        List<String> written = jdbc.sql("select kind || ' ' || text from outbox")
                .query(String.class)
                .list();
        Sender sender = new Sender(outbox, channels, choices, recipients, quiet, texts, transaction, morning);
        sender.round();
        for (String table : List.of("outbox", "notice_digest", "notice_choice")) {
            jdbc.sql("delete from " + table).update();
        }
        return java.util.stream.Stream.concat(
                        written.stream(),
                        mail.taken.stream().map(letter -> letter.to() + " " + letter.title() + " " + letter.text()))
                .toList();
    }

    private static Instant morning(QuietHours quiet) {
        LocalDate day = LocalDate.now(QuietHours.ZONE);
        Instant ten;
        do {
            day = day.plusDays(1);
            ten = day.atTime(10, 0).atZone(QuietHours.ZONE).toInstant();
        } while (!quiet.over(ten));
        return ten;
    }
}
