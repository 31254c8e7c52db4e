package org.qipan.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.qipan.Replay;
import org.qipan.SignedIn;
import org.qipan.campaign.DemoPeople;
import org.qipan.directory.Staff;
import org.qipan.file.Files;
import org.qipan.vault.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

@Replay
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailboxTests {

    private static final String TOWN = "442000007000";
    private static final String CITY = "442000000000";
    private static final String WORDS = "加油站旁边的排水沟堵了半年";
    private static final String CANARY = "CANARY-22.6083N";

    @Autowired
    private DemoPeople people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MailReader reader;

    @Autowired
    private Sealing sealing;

    @Autowired
    private MailTable table;

    @Autowired
    private Mails mails;

    @Autowired
    private Files files;

    private SignedIn pages;
    private Staff officer;
    private GreenMail server;
    private Mailbox mailbox;
    private int numbers;

    @BeforeAll
    void everybodyIsThere(@Autowired WebApplicationContext context) {
        people.arrive();
        pages = new SignedIn(context);
        officer = people.in("complaint-officer", TOWN);
    }

    @BeforeEach
    void aMailbox(
            @Autowired Keys keys,
            @Autowired TransactionTemplate transaction,
            @Autowired DataSource database,
            @Autowired Clock clock) {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        String user = "petitions" + ++numbers;
        server.setUser(user + "@example.org", user, "secret");
        var settings = new MailboxProperties(
                "127.0.0.1",
                server.getImap().getPort(),
                "none",
                user,
                "secret",
                "",
                "INBOX",
                TOWN,
                Duration.ofMinutes(1),
                Duration.ofDays(30));
        mailbox = new Mailbox(
                settings, new Arrivals(settings, reader, sealing, table, keys, transaction, clock), table, database);
        jdbc.sql("delete from mailbox_mail where state in ('waiting', 'unreadable', 'aside')")
                .update();
    }

    @AfterEach
    void gone() {
        server.stop();
    }

    private void arrives(String source) throws Exception {
        arrives(source.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private void arrives(byte[] source) throws Exception {
        var user = server.getUserManager().getUser("petitions" + numbers);
        user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(source)));
    }

    private static String plain(String id) {
        return """
                From: =?UTF-8?B?%s?= <lan@example.org>
                To: petitions@example.org
                Message-ID: <%s@example.org>
                Subject: =?UTF-8?B?%s?=
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                %s
                """.formatted(base64("王小兰"), id, base64("排水沟"), WORDS);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<MailRow> waiting() {
        return mails.list(officer, MailRow.WAITING);
    }

    private String read(MailRow mail) {
        return pages.page(officer, "/complaints/mail/" + mail.id());
    }

    private static byte[] photo() throws Exception {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        byte[] picture = bytes.toByteArray();
        byte[] comment = CANARY.getBytes(StandardCharsets.US_ASCII);
        var out = new ByteArrayOutputStream();
        out.write(picture, 0, 2);
        out.write(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) (comment.length + 2)});
        out.write(comment);
        out.write(picture, 2, picture.length - 2);
        return out.toByteArray();
    }

    private static String withFiles(String id) throws Exception {
        return """
                From: lan@example.org
                Message-ID: <%s@example.org>
                Subject: photo
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="b"

                --b
                Content-Type: multipart/alternative; boundary="c"

                --c
                Content-Type: text/html; charset=utf-8
                Content-Transfer-Encoding: base64

                %s
                --c--
                --b
                Content-Type: image/jpeg
                Content-Disposition: attachment; filename="=?UTF-8?B?%s?="
                Content-Transfer-Encoding: base64

                %s
                --b
                Content-Type: application/octet-stream
                Content-Disposition: attachment; filename="evil.exe"
                Content-Transfer-Encoding: base64

                TVqQAAMAAAAEAAAA
                --b--
                """.formatted(
                        id,
                        base64("<p>" + WORDS + "</p><script>x()</script>"),
                        base64("水沟.jpg"),
                        Base64.getMimeEncoder().encodeToString(photo()));
    }

    @Test
    void aMailBecomesADraftThatTellsNothingBeforeItIsOpened() throws Exception {
        arrives(plain("one"));
        mailbox.round();
        mailbox.round();
        assertThat(waiting()).hasSize(1);
        assertThat(pages.page(officer, "/complaints/mail"))
                .contains("待处理（1）", "来信 1", "下面是以前收到的")
                .doesNotContain("王小兰", "lan@example.org", "排水沟", WORDS);
        assertThat(jdbc.sql("select string_agg(m::text, ' ') from mailbox_mail m")
                        .query(String.class)
                        .single())
                .doesNotContain("example.org", "排水");
        assertThat(server.getReceivedMessages()[0].isSet(Flags.Flag.SEEN)).isTrue();

        assertThat(read(waiting().get(0))).contains("王小兰", "lan@example.org", "排水沟", WORDS);
        assertThat(jdbc.sql("select count(*) from audit where action = 'mailbox.audit.opened' and object_id = ?")
                        .param(waiting().get(0).id().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatSomebodyElseMarkedAsSeenIsTakenAllTheSame() throws Exception {
        arrives(plain("two"));
        for (Message message : server.getReceivedMessages()) {
            message.setFlag(Flags.Flag.SEEN, true);
        }
        mailbox.round();
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void theSameMessageIdIsTakenOnce() throws Exception {
        arrives(plain("three"));
        arrives(plain("three"));
        mailbox.round();
        assertThat(waiting()).hasSize(1);
        arrives(plain("four"));
        mailbox.round();
        assertThat(waiting()).hasSize(2);
    }

    @Test
    void anOfficerRegistersItWithItsFilesAndNothingIsLeftOfTheDraft() throws Exception {
        arrives(withFiles("five"));
        mailbox.round();
        MailRow mail = waiting().get(0);
        assertThat(read(mail))
                .contains(WORDS, "水沟.jpg", "evil.exe", "没有收下：不能上传这种文件")
                .doesNotContain("x()");
        assertThat(jdbc.sql("select count(*) from file where name = '水沟.jpg'")
                        .query(Integer.class)
                        .single())
                .as("not in the open before it is registered")
                .isZero();

        String form = pages.page(officer, "/complaints/new?draft=" + mail.id());
        assertThat(form).contains(WORDS, "lan@example.org", "name=\"draft\" value=\"" + mail.id());
        String[] fields = {
            "draft",
            mail.id().toString(),
            "channel",
            "mail",
            "words",
            WORDS,
            "place",
            "442000007201",
            "people",
            "1",
            "mode",
            "confidential",
            "email",
            "lan@example.org"
        };
        MockHttpServletResponse refused = pages.send(officer, "/complaints/new", fields);
        assertThat(refused.getStatus()).as("without a name").isEqualTo(422);
        assertThat(SignedIn.text(refused)).contains("name=\"draft\"", WORDS);
        String[] named = java.util.Arrays.copyOf(fields, fields.length + 2);
        named[fields.length] = "name";
        named[fields.length + 1] = "王小兰";
        MockHttpServletResponse receipt = pages.send(officer, "/complaints/new", named);
        assertThat(receipt.getStatus()).isEqualTo(200);
        assertThat(SignedIn.text(receipt))
                .as("nobody is there to take it")
                .contains("信访人不在场", "随第一份告知书送给信访人")
                .doesNotContain("抄给信访人");

        UUID complaint = jdbc.sql("select complaint from mailbox_mail where id = ?")
                .param(mail.id())
                .query(UUID.class)
                .single();
        assertThat(files.of(complaint)).extracting("name").containsExactly("水沟.jpg");
        var content = new ByteArrayOutputStream();
        files.write(files.of(complaint).get(0), content);
        assertThat(content.toString(StandardCharsets.ISO_8859_1)).doesNotContain(CANARY);
        assertThat(jdbc.sql("select channel from complaint where id = ?")
                        .param(complaint)
                        .query(String.class)
                        .single())
                .isEqualTo("mail");
        assertThat(sealing.open(mail.id())).isEmpty();
        assertThat(pages.send(officer, "/complaints/new", named).getStatus())
                .as("a second officer")
                .isEqualTo(422);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void whatIsSetAsideCanBeBroughtBackUntilItIsDestroyed() throws Exception {
        arrives(plain("six"));
        mailbox.round();
        MailRow mail = waiting().get(0);
        String url = "/complaints/mail/" + mail.id();
        assertThat(pages.send(officer, url + "/aside").getStatus()).isEqualTo(422);
        assertThat(pages.send(officer, url + "/aside", "reason", "spam").getStatus())
                .isEqualTo(303);
        assertThat(pages.send(officer, url + "/aside", "reason", "spam").getStatus())
                .isEqualTo(422);
        assertThat(pages.page(officer, "/complaints/mail?tab=aside")).contains("垃圾邮件", "已搁置（1）");
        assertThat(pages.send(officer, url + "/back").getStatus()).isEqualTo(303);
        assertThat(waiting()).hasSize(1);

        pages.send(officer, url + "/aside", "reason", "other");
        jdbc.sql("update mailbox_mail set at = at - interval '29 days' where id = ?")
                .param(mail.id())
                .update();
        mails.forget();
        assertThat(sealing.open(mail.id())).isPresent();
        jdbc.sql("update mailbox_mail set at = at - interval '2 days' where id = ?")
                .param(mail.id())
                .update();
        mails.forget();
        assertThat(sealing.open(mail.id())).isEmpty();
        assertThat(read(mail)).contains("内容已经销毁").doesNotContain(WORDS);
        assertThat(pages.send(officer, url + "/back").getStatus()).isEqualTo(422);
    }

    @Test
    void whatCannotBeReadIsListedWithTheReasonAndStaysInTheMailbox() throws Exception {
        arrives("Message-ID: <seven@example.org>\nSubject: x\n\nno sender\n");
        arrives(
                "From: lan@example.org\nMessage-ID: <eight@example.org>\nContent-Type: multipart/mixed; boundary=\"b\"\n"
                        + "Content-Transfer-Encoding: 8bit\n\nnothing of the kind\n");
        arrives(plain("nine"));
        mailbox.round();
        assertThat(mails.list(officer, MailRow.UNREADABLE))
                .extracting(MailRow::reason)
                .contains("sender");
        assertThat(mails.list(officer, MailRow.UNREADABLE).size() + waiting().size())
                .as("none is lost, and a bad one holds up no other")
                .isEqualTo(3);
        MailRow bad = mails.list(officer, MailRow.UNREADABLE).stream()
                .filter(mail -> "sender".equals(mail.reason()))
                .findFirst()
                .orElseThrow();
        assertThat(pages.page(officer, "/complaints/mail?tab=unreadable")).contains("没有发件人");
        assertThat(read(bad)).contains("编号 1", "已在邮箱里另行处理").doesNotContain("登记为信访事项");
        assertThat(pages.send(officer, "/complaints/mail/" + bad.id() + "/aside", "reason", "handled")
                        .getStatus())
                .isEqualTo(303);
        assertThat(server.getReceivedMessages()).hasSize(3);
    }

    @Test
    void readsWhatOlderChineseProgramsWrite() throws Exception {
        byte[] head =
                "From: lan@example.org\r\nMessage-ID: <ten@example.org>\r\nSubject: x\r\nContent-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] text = "排水沟堵了，镕基路".getBytes(Charset.forName("GB18030"));
        var source = new ByteArrayOutputStream();
        source.write(head);
        source.write(text);
        assertThat(reader.read(source.toByteArray()).text()).isEqualTo("排水沟堵了，镕基路");
    }

    @Test
    void anotherDeskAndOtherPostsKnowOfNothing() throws Exception {
        arrives(plain("eleven"));
        mailbox.round();
        String url = "/complaints/mail/" + waiting().get(0).id();
        Staff city = people.in("complaint-officer", CITY);
        assertThat(pages.ask(city, get(url)).getStatus()).isEqualTo(404);
        assertThat(pages.page(city, "/complaints/mail")).contains("没有待处理的来信", "待处理（0）");
        assertThat(pages.ask(
                                city,
                                get("/complaints/new?draft=" + waiting().get(0).id()))
                        .getStatus())
                .isEqualTo(404);
        assertThat(pages.ask(people.in("township-officer", TOWN), get(url)).getStatus())
                .isIn(403, 404);
    }

    @Test
    void saysWhenTheMailboxIsNotToBeReached() {
        server.stop();
        mailbox.round();
        assertThat(jdbc.sql("select failure from mailbox_poll where mailbox like ?")
                        .param("petitions" + numbers + "@%")
                        .query(String.class)
                        .single())
                .isEqualTo("unreachable");
    }

    @Test
    void aConnectionInTheOpenIsForThisMachineOnly() {
        assertThatThrownBy(() -> new MailboxProperties(
                        "mail.example",
                        143,
                        "none",
                        "u",
                        "p",
                        "",
                        "INBOX",
                        TOWN,
                        Duration.ofMinutes(1),
                        Duration.ofDays(30)))
                .hasMessageContaining("qipan.mailbox.security");
    }
}
