package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The installation of {@code docker-compose.yml}, in processes: two nodes are one Qipan, and one that dies takes nothing along. */
@Tag("keycloak")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesTests {

    private static final String OFFICER = "township-officer.442000007000";
    private static final String HEAD = "village-head.442000007202";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private TwoNodes nodes;
    private String worklist;

    @BeforeAll
    void start() {
        nodes = new TwoNodes();
        worklist = nodes.origin + "/worklist";
        Visitor.soon(() -> assertThat(nodes.jdbc
                        .sql("select count(*) from post where role = 'village-head'")
                        .query(Integer.class)
                        .single())
                .as("heads of villages copied from Keycloak")
                .isEqualTo(19));
    }

    @AfterAll
    void stop() {
        if (nodes != null) {
            nodes.close();
        }
    }

    @Test
    @Order(1)
    void theHealthChecksOfTheFileFindEverybodyWell() throws Exception {
        assertThat(healthCheck("node-a", 8081, nodes.a.managementPort())).isZero();
        assertThat(healthCheck("node-b", 8081, nodes.b.managementPort())).isZero();
        assertThat(healthCheck("keycloak", 9000, nodes.keycloak.managementPort()))
                .isZero();
        assertThat(healthCheck("node-a", 8081, LocalFiles.freePort())).isNotZero();
        if (nodes.proxy != null) {
            assertThat(healthCheck("proxy", 8404, nodes.proxy.healthPort)).isZero();
        }
    }

    private int healthCheck(String service, int inside, int here) throws Exception {
        List<String> command = new ArrayList<>(nodes.file().healthCheck(service));
        command.replaceAll(part -> part.replace("/127.0.0.1/" + inside, "/127.0.0.1/" + here));
        Process check = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(check.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return check.exitValue();
    }

    @Test
    @Order(2)
    void aSessionMadeOnOneNodeWorksOnTheOther() {
        var head = nodes.visitor(nodes.to(nodes.a));
        HttpResponse<String> page = head.signIn(worklist, HEAD, TwoNodes.PASSWORD);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(head.setCookies()).anyMatch(cookie -> cookie.startsWith("__Host-SID=") && cookie.contains("Secure"));
        assertThat(on(nodes.b, head).statusCode()).isEqualTo(200);
        assertThat(on(nodes.a, head).statusCode()).isEqualTo(200);
        assertThat(on(nodes.b, nodes.visitor(nodes.to(nodes.b))).statusCode())
                .as("without a session")
                .isEqualTo(302);
    }

    /** The worklist as a node gives it to the session of a visitor. */
    private HttpResponse<String> on(NodeProcess node, KeycloakVisitor visitor) {
        String cookie = visitor.cookie(nodes.origin, "__Host-SID");
        return nodes.visitor(nodes.to(node)).get(worklist, "Cookie", "__Host-SID=" + cookie);
    }

    @Test
    @Order(3)
    void aLogOutOnOneNodeEndsTheSessionOnTheOther() {
        var head = nodes.visitor(nodes.to(nodes.a));
        String body = head.signIn(worklist, HEAD, TwoNodes.PASSWORD).body();
        String session = head.cookie(nodes.origin, "__Host-SID");
        Matcher token = TOKEN.matcher(body);
        assertThat(token.find()).isTrue();
        var otherNode = nodes.visitor(nodes.to(nodes.b));
        assertThat(otherNode.get(worklist, "Cookie", "__Host-SID=" + session).statusCode())
                .isEqualTo(200);
        HttpResponse<String> out = head.post(nodes.origin + "/logout", Map.of("_csrf", token.group(1)));
        assertThat(out.headers().firstValue("Location").orElse("")).startsWith(nodes.signIn() + "/realms/qipan/");
        assertThat(nodes.visitor(nodes.to(nodes.b))
                        .get(worklist, "Cookie", "__Host-SID=" + session)
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    @Order(4)
    void keycloakEndsASessionThroughTheProxyOnBothNodes() throws Exception {
        needsTheProxy();
        var head = nodes.visitor(nodes.to(nodes.b));
        head.signIn(worklist, HEAD, TwoNodes.PASSWORD);
        assertThat(on(nodes.a, head).statusCode()).isEqualTo(200);
        endAtKeycloak(HEAD);
        Visitor.soon(() -> assertThat(on(nodes.a, head).statusCode()).isEqualTo(302));
        assertThat(on(nodes.b, head).statusCode()).isEqualTo(302);
    }

    private void endAtKeycloak(String username) throws Exception {
        String keycloak = nodes.keycloak.url();
        String token = TestKeycloak.post(
                        keycloak + "/realms/master/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                "first-admin",
                                "password",
                                TwoNodes.ADMINISTRATOR))
                .path("access_token")
                .asText();
        String users = keycloak + "/admin/realms/qipan/users";
        JsonNode found = new ObjectMapper()
                .readTree(send(HttpRequest.newBuilder(URI.create(users + "?exact=true&username=" + username)), token));
        send(
                HttpRequest.newBuilder(
                                URI.create(users + "/" + found.at("/0/id").asText() + "/logout"))
                        .POST(HttpRequest.BodyPublishers.noBody()),
                token);
    }

    private static String send(HttpRequest.Builder request, String token) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString())
                .body();
    }

    @Test
    @Order(5)
    void theProxyBelievesNoClientAboutItsAddressAndKeepsTheAdministrationShut() {
        needsTheProxy();
        var stranger = nodes.visitor(nodes.door());
        assertThat(stranger.get(
                                worklist,
                                "X-Forwarded-Host",
                                "evil.example",
                                "X-Forwarded-Proto",
                                "http",
                                "X-Forwarded-Port",
                                "1")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .startsWith(nodes.origin + "/");
        assertThat(nodes.status(nodes.signIn() + "/realms/qipan/.well-known/openid-configuration"))
                .isEqualTo(200);
        assertThat(nodes.status(nodes.signIn() + "/admin/master/console/")).isEqualTo(403);
        assertThat(nodes.status(nodes.signIn() + "/realms/master/protocol/openid-connect/auth"))
                .isEqualTo(403);
        assertThat(nodes.status(nodes.origin + "/actuator/health")).isNotEqualTo(200);
        assertThat(nodes.status(nodes.origin + "/actuator/prometheus")).isNotEqualTo(200);
    }

    @Test
    @Order(6)
    void figuresAreOnThePortOfTheManagementAndHealthTellsNoDetails() {
        HttpResponse<String> figures = nodes.a.management("/actuator/prometheus");
        assertThat(figures).isNotNull();
        assertThat(figures.statusCode()).isEqualTo(200);
        assertThat(figures.body())
                .contains("jvm_memory_used_bytes", "hikaricp_connections_active", "http_server_requests_seconds_count")
                .doesNotContain(HEAD, OFFICER);
        HttpResponse<String> health = nodes.a.management("/actuator/health/readiness");
        assertThat(health).isNotNull();
        assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
        for (String closed : List.of("env", "heapdump", "loggers", "configprops", "threaddump", "beans")) {
            HttpResponse<String> answer = nodes.a.management("/actuator/" + closed);
            assertThat(answer).isNotNull();
            assertThat(answer.statusCode()).as(closed).isNotEqualTo(200);
        }
        assertThat(nodes.status(nodes.a.address("/actuator/prometheus"))).isNotEqualTo(200);
        assertThat(nodes.status(nodes.a.address("/actuator/health"))).isNotEqualTo(200);
    }

    @Test
    @Order(6)
    void theRoleOfTheNodesWritesRowsAndChangesNoTable() {
        assertThat(privilege("has_table_privilege('qipan', 'work_item', 'select, insert, update, delete')"))
                .isTrue();
        assertThat(privilege("has_table_privilege('qipan', 'unit', 'maintain')"))
                .isTrue();
        assertThat(privilege("has_table_privilege('qipan', 'work_item', 'truncate, trigger, references')"))
                .isFalse();
        assertThat(privilege("has_schema_privilege('qipan', 'public', 'create')"))
                .isFalse();
        assertThat(privilege("pg_has_role('qipan', 'qipan_owner', 'member')")).isFalse();
    }

    private boolean privilege(String question) {
        return nodes.jdbc.sql("select " + question).query(Boolean.class).single();
    }

    @Test
    @Order(7)
    void aNodeThatDiesUnderLoadLosesNothingAndDoublesNothing() {
        var officer = nodes.visitor(nodes.to(nodes.b));
        officer.signIn(nodes.origin + "/campaigns", OFFICER, TwoNodes.PASSWORD);
        CompletionLoad load = new CompletionLoad(nodes, officer).draft(100);
        load.complete(nodes.a::kill);
        load.nothingIsLostAndNothingDoubled();
        assertThat(nodes.logs().lines().filter(line -> line.contains("DuplicateKeyException")))
                .as("windows of one session")
                .isEmpty();
        assertThat(nodes.a.health("liveness")).isEqualTo(-1);
        assertThat(on(nodes.b, officer).statusCode()).isEqualTo(200);
        assertThat(nodes.visitor(nodes.proxy == null ? nodes.to(nodes.b) : nodes.door())
                        .get(worklist, "Cookie", "__Host-SID=" + officer.cookie(nodes.origin, "__Host-SID"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(8)
    void withoutItsDatabaseANodeIsAliveButNotReadyAndComesBack() {
        database("alter database qipan allow_connections false");
        database("do $$ begin perform pg_terminate_backend(pid) from pg_stat_activity where datname = 'qipan'; end $$");
        try {
            Visitor.soon(() -> assertThat(nodes.b.health("readiness")).isEqualTo(503));
            assertThat(nodes.b.health("liveness")).isEqualTo(200);
            if (nodes.proxy != null) {
                Visitor.soon(() -> assertThat(nodes.status(worklist)).isEqualTo(503));
            }
        } finally {
            database("alter database qipan allow_connections true");
        }
        Visitor.soon(() -> assertThat(nodes.b.health("readiness")).isEqualTo(200));
        if (nodes.proxy != null) {
            Visitor.soon(() -> assertThat(nodes.status(worklist)).isEqualTo(302));
        }
    }

    private void database(String sql) {
        nodes.administration.sql(sql).update();
    }

    @Test
    @Order(9)
    void withoutKeycloakANodeStaysReadyAndSessionsGoOn() {
        var head = nodes.visitor(nodes.to(nodes.b));
        head.signIn(worklist, HEAD, TwoNodes.PASSWORD);
        nodes.keycloak.close();
        assertThat(nodes.b.health("readiness")).isEqualTo(200);
        assertThat(nodes.b.health("liveness")).isEqualTo(200);
        assertThat(on(nodes.b, head).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(10)
    void theLogsAreOneObjectALineAndNameNobody() throws IOException {
        List<String> lines = nodes.logs().lines().toList();
        assertThat(lines).isNotEmpty();
        for (String line : lines) {
            JsonNode entry = new ObjectMapper().readTree(line);
            assertThat(entry.path("message").isMissingNode()).as(line).isFalse();
            assertThat(entry.at("/service/node/name").asText()).as(line).isIn("node-a", "node-b");
        }
        List<String> people = new ArrayList<>();
        RealmFile.read(Map.of()).path("users").forEach(user -> {
            people.add(user.path("username").asText());
            if (user.path("firstName").asText().length() > 1) {
                people.add(user.path("firstName").asText());
            }
        });
        assertThat(people).hasSizeGreaterThan(50);
        assertThat(nodes.logs())
                .doesNotContain(people.toArray(CharSequence[]::new))
                .doesNotContain("__Host-SID");
    }

    private void needsTheProxy() {
        assumeTrue(
                nodes.proxy != null,
                "HAProxy is not installed (Debian: apt-get install haproxy): its part is left out");
    }
}
