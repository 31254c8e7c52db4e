package org.qipan.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.qipan.Replay;
import org.qipan.SettableClock;
import org.qipan.SignedIn;
import org.qipan.campaign.DemoPeople;
import org.qipan.channel.SignedPost;
import org.qipan.complaint.ComplaintMoved;
import org.qipan.complaint.Petitioner;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

@Replay
@RecordApplicationEvents
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallbackTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "a secret of two systems";

    private record Call(String id, String timestamp, String signature, String body) {}

    @Autowired
    private HandOvers handOvers;

    @Autowired
    private Petitioner petitioner;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DemoPeople people;

    private final List<Call> calls = new ArrayList<>();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private final SettableClock clock = new SettableClock("2026-11-22T02:00:00Z");
    private HttpServer server;
    private HotlineProperties settings;
    private Callbacks callbacks;
    private CallbackSender sender;

    @BeforeAll
    void everybodyIsThere() {
        people.arrive();
    }

    @BeforeEach
    void aServer() throws Exception {
        jdbc.sql("delete from hotline_callback").update();
        calls.clear();
        answers.clear();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            var heads = call.getRequestHeaders();
            calls.add(new Call(
                    heads.getFirst("X-Qipan-Id"),
                    heads.getFirst("X-Qipan-Timestamp"),
                    heads.getFirst("X-Qipan-Signature"),
                    new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            int status = answers.isEmpty() ? 204 : answers.remove();
            call.getResponseHeaders().add("Location", "/elsewhere");
            call.sendResponseHeaders(status, -1);
            call.close();
        });
        server.start();
        settings = new HotlineProperties(List.of(new HotlineProperties.Client(
                "app-hotline",
                "442000007000",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/changed",
                SECRET,
                "")));
        callbacks = new Callbacks(jdbc, settings, clock);
        sender = new CallbackSender(settings, callbacks, transaction, JSON, clock);
    }

    @AfterEach
    void gone() {
        server.stop(0);
    }

    private UUID matter() {
        String number = "CB-" + UUID.randomUUID();
        var handOver = new HandOver(number, "anonymous", "路灯不亮", null, null, null, List.of(), null, null, null, null);
        return handOvers.take(settings.clients().get(0), number, number.getBytes(StandardCharsets.UTF_8), handOver);
    }

    private void moves(UUID matter, String state) {
        transaction.executeWithoutResult(status -> callbacks.on(new ComplaintMoved(matter, state)));
    }

    private String outcome(UUID matter) {
        return jdbc.sql(
                        "select string_agg(outcome || coalesce(' ' || reason, ''), ', ' order by no) from hotline_callback where complaint = ?")
                .param(matter)
                .query(String.class)
                .single();
    }

    @Test
    void tellsWhatChangedSignedAndWithoutAWordOfIt() throws Exception {
        UUID matter = matter();
        moves(matter, "handling");
        assertThat(sender.round()).isEqualTo(1);
        Call call = calls.get(0);
        assertThat(call.signature())
                .isEqualTo("sha256="
                        + SignedPost.signature(
                                SECRET.getBytes(StandardCharsets.UTF_8), call.timestamp() + "." + call.body()));
        assertThat(call.timestamp()).isEqualTo(String.valueOf(clock.instant().getEpochSecond()));
        JsonNode body = JSON.readTree(call.body());
        assertThat(body.path("complaint").asText()).isEqualTo(matter.toString());
        assertThat(body.path("state").asText()).isEqualTo("handling");
        assertThat(body.path("id").asText()).isEqualTo(call.id());
        assertThat(call.body()).doesNotContain("路灯");
        assertThat(sender.round()).isZero();
    }

    @Test
    void whatWasRefusedThreeTimesIsTakenAtLastUnderTheSameId() {
        UUID matter = matter();
        moves(matter, "handling");
        answers.addAll(List.of(500, 302, 401));
        for (Duration pause : List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15))) {
            assertThat(sender.round()).isEqualTo(1);
            assertThat(sender.round()).as("not before its time").isZero();
            clock.advance(pause);
        }
        assertThat(outcome(matter)).isEqualTo("waiting signature");
        assertThat(sender.round()).isEqualTo(1);
        assertThat(outcome(matter)).isEqualTo("sent");
        assertThat(calls)
                .hasSize(4)
                .extracting(Call::id)
                .containsOnly(calls.get(0).id());
        assertThat(calls).extracting(Call::timestamp).doesNotHaveDuplicates();
    }

    @Test
    void changesOfOneMatterAreToldInTheirOrder() throws Exception {
        UUID matter = matter();
        moves(matter, "handling");
        moves(matter, "signing");
        answers.add(500);
        sender.round();
        assertThat(calls).hasSize(1);
        clock.advance(Duration.ofMinutes(2));
        sender.round();
        assertThat(calls).hasSize(3);
        assertThat(JSON.readTree(calls.get(1).body()).path("state").asText()).isEqualTo("handling");
        assertThat(JSON.readTree(calls.get(2).body()).path("state").asText()).isEqualTo("signing");
    }

    @Test
    void whatIsRefusedForGoodIsADeadLetterThatAPersonMaySendAgain(@Autowired WebApplicationContext context) {
        UUID matter = matter();
        moves(matter, "handling");
        answers.add(410);
        sender.round();
        assertThat(outcome(matter)).isEqualTo("dead refused");
        var pages = new SignedIn(context);
        var administrator = people.in("system-admin", "442000000000");
        assertThat(pages.page(administrator, "/hotline"))
                .contains("对方不收", "已停止重试")
                .doesNotContain("路灯");
        assertThat(pages.send(administrator, "/hotline/resend").getStatus()).isEqualTo(303);
        clock.set("2100-01-01T00:00:00Z");
        sender.round();
        assertThat(outcome(matter)).isEqualTo("sent");
    }

    @Test
    void aChangeThatWasTakenBackIsNotTold() {
        UUID matter = matter();
        transaction.executeWithoutResult(status -> {
            callbacks.on(new ComplaintMoved(matter, "handling"));
            status.setRollbackOnly();
        });
        assertThat(sender.round()).isZero();
    }

    @Test
    void mattersOfOthersAreNobodysBusiness() {
        moves(UUID.randomUUID(), "handling");
        assertThat(sender.round()).isZero();
    }

    @Test
    void theCourseOfAMatterSaysThatItWentOn(@Autowired ApplicationEvents events) {
        UUID matter = matter();
        transaction.executeWithoutResult(status -> petitioner.withdraw(matter, ""));
        assertThat(handOvers
                        .find(settings.clients().get(0), matter.toString())
                        .orElseThrow()
                        .state())
                .isEqualTo("complaint.state.withdrawn");
        assertThat(events.stream(ComplaintMoved.class)).contains(new ComplaintMoved(matter, "withdrawn"));
    }

    @Test
    void anAddressInTheOpenOrAShortSecretIsRefusedAtTheStart() {
        var open = new HotlineProperties(
                List.of(new HotlineProperties.Client("a", "442000007000", "http://hotline.example/x", SECRET, "")));
        assertThatThrownBy(() -> new CallbackSender(open, callbacks, transaction, JSON, clock))
                .hasMessageContaining("https://");
        var weak = new HotlineProperties(
                List.of(new HotlineProperties.Client("a", "442000007000", "https://hotline.example/x", "short", "")));
        assertThatThrownBy(() -> new CallbackSender(weak, callbacks, transaction, JSON, clock))
                .hasMessageContaining("16");
    }
}
