package org.qipan.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qipan.SettableClock;

/** Real servers at the other end: HTTP, SMTP, a file. */
class ChannelTests {

    private static final byte[] KEY = "a secret of a gateway".getBytes(StandardCharsets.UTF_8);
    private static final SettableClock CLOCK = new SettableClock("2026-11-20T02:00:00Z");
    private static final Letter LETTER = new Letter(
            UUID.fromString("00000000-0000-4000-8000-000000000001"),
            "digest",
            "13800138000",
            "zh-CN",
            "工作提醒",
            "您有 3 件待办，最近一件 11月25日到期。请登录系统查看。");

    private final List<String> bodies = new ArrayList<>();
    private final List<HttpExchange> calls = new ArrayList<>();

    @Test
    void signsTimestampAndBodyWithTheSecretOfTheGateway() throws Exception {
        HttpServer server = server(204);
        try {
            gateway(server).send(LETTER);
        } finally {
            server.stop(0);
        }
        HttpExchange call = calls.get(0);
        String timestamp = call.getRequestHeaders().getFirst("X-Qipan-Timestamp");
        assertThat(timestamp).isEqualTo("1795140000");
        assertThat(call.getRequestHeaders().getFirst("X-Qipan-Signature"))
                .isEqualTo("sha256=" + SignedPost.signature(KEY, timestamp + "." + bodies.get(0)));
        assertThat(call.getRequestHeaders().getFirst("X-Qipan-Id"))
                .isEqualTo(LETTER.id().toString());
        assertThat(bodies.get(0))
                .isEqualTo(
                        "{\"id\":\"00000000-0000-4000-8000-000000000001\",\"kind\":\"digest\",\"to\":\"13800138000\","
                                + "\"language\":\"zh-CN\",\"text\":\"您有 3 件待办，最近一件 11月25日到期。请登录系统查看。\"}");
    }

    /** The example of RFC 4231, 4.3: any receiver's library gives the same. */
    @Test
    void signsAsTheStandardSays() {
        assertThat(SignedPost.signature("Jefe".getBytes(StandardCharsets.UTF_8), "what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @ParameterizedTest
    @CsvSource({
        "400, refused, true",
        "422, refused, true",
        "401, signature, false",
        "429, status, false",
        "500, status, false",
        "503, status, false"
    })
    void tellsWhatIsWorthTryingAgain(int status, String reason, boolean lasting) throws Exception {
        HttpServer server = server(status);
        try {
            SendFailed failure =
                    catchThrowableOfType(SendFailed.class, () -> gateway(server).send(LETTER));
            assertThat(failure.reason()).isEqualTo(reason);
            assertThat(failure.lasting()).isEqualTo(lasting);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void followsNoRedirect() throws Exception {
        HttpServer server = server(307);
        try {
            assertThatThrownBy(() -> gateway(server).send(LETTER)).hasMessage("status");
        } finally {
            server.stop(0);
        }
        assertThat(calls).hasSize(1);
    }

    @Test
    void saysThatNobodyIsThere() throws Exception {
        Channel gateway = new SignedGateway("sms", URI.create("http://127.0.0.1:" + nobodysPort()), KEY, CLOCK);
        assertThatThrownBy(() -> gateway.send(LETTER)).hasMessage("unreachable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://sms.example/send", "ftp://sms.example/", "file:///etc/passwd", "sms.example"})
    void acceptsNoAddressThatIsNotEncrypted(String url) {
        assertThatThrownBy(() -> new SignedGateway("sms", URI.create(url), KEY, CLOCK))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatCode(() -> new SignedGateway("sms", URI.create("https://sms.example/send"), KEY, CLOCK))
                .doesNotThrowAnyException();
    }

    @Test
    void keepsSecretsOutOfWhatIsPrintedAndReadsThemFromAFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("key"), "another secret of a gateway\n");
        var gateway = new ChannelProperties.Gateway("https://sms.example", "", file.toString());
        assertThat(gateway.key()).isEqualTo("another secret of a gateway".getBytes(StandardCharsets.UTF_8));
        assertThat(new ChannelProperties.Gateway("https://sms.example", "hidden-hidden-hidden", "").toString())
                .doesNotContain("hidden");
        assertThat(new ChannelProperties.Mail("mail.example", 25, "u", "hidden", "", "a@b", true).toString())
                .doesNotContain("hidden");
        assertThatThrownBy(new ChannelProperties.Gateway("https://sms.example", "short", "")::key)
                .hasMessageContaining("16");
    }

    @Test
    void hasOnlyTheChannelsThatAreConfigured(@TempDir Path folder) {
        assertThat(new Channels(new ChannelProperties(null, null, null, ""), CLOCK).none())
                .isTrue();
        var sms = new ChannelProperties.Gateway("https://sms.example", "a secret of a gateway", "");
        var none = new ChannelProperties.Gateway("", "", "");
        assertThat(new Channels(
                                new ChannelProperties(
                                        sms, none, null, folder.resolve("out").toString()),
                                CLOCK)
                        .codes())
                .containsExactly("sms", "file");
    }

    @Test
    void sendsMailUnderTheNumberOfTheMessage() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            Channel mail = mail(server.getSmtp().getPort());
            mail.send(new Letter(LETTER.id(), "digest", "li@example.org", "zh-CN", LETTER.title(), LETTER.text()));
            MimeMessage[] received = server.getReceivedMessages();
            assertThat(received).hasSize(1);
            assertThat(received[0].getMessageID()).isEqualTo("<" + LETTER.id() + "@qipan>");
            assertThat(received[0].getSubject()).isEqualTo("工作提醒");
            assertThat(received[0].getContent().toString().strip()).isEqualTo(LETTER.text());
            assertThat(GreenMailUtil.getAddressList(received[0].getAllRecipients()))
                    .isEqualTo("li@example.org");
            assertThatThrownBy(() -> mail.send(new Letter(LETTER.id(), "digest", "a@b\r\nBcc: c@d", "zh-CN", "x", "x")))
                    .hasMessage("refused");
            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            server.stop();
        }
    }

    @Test
    void aMailServerThatIsAwayIsWorthAnotherTry() throws Exception {
        SendFailed failure =
                catchThrowableOfType(SendFailed.class, () -> mail(nobodysPort()).send(LETTER));
        assertThat(failure.reason()).isEqualTo("unreachable");
        assertThat(failure.lasting()).isFalse();
    }

    @Test
    void appendsOneLineToTheFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("sub/notices.jsonl");
        Channel channel = new MessageFile(file, CLOCK);
        channel.send(LETTER);
        channel.send(LETTER);
        assertThat(Files.readAllLines(file))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("{\"id\":\"00000000-0000-4000-8000-000000000001\",\"at\":\"2026-11-20T02:00:00Z\"")
                        .contains("您有 3 件待办"));
        assertThatThrownBy(() -> new MessageFile(folder.resolve("sub/notices.jsonl/x"), CLOCK).send(LETTER))
                .hasMessage("file");
    }

    private static Channel mail(int port) {
        return new MailServer(new ChannelProperties.Mail("127.0.0.1", port, "", "", "", "qipan@example.org", false));
    }

    private static Channel gateway(HttpServer server) {
        return new SignedGateway(
                "sms", URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/send"), KEY, CLOCK);
    }

    private HttpServer server(int status) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            bodies.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            calls.add(call);
            call.getResponseHeaders().add("Location", "/elsewhere");
            call.sendResponseHeaders(status, -1);
            call.close();
        });
        server.start();
        return server;
    }

    private static int nobodysPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
