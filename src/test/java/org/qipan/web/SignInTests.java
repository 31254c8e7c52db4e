package org.qipan.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.KeycloakVisitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The edge as production runs it, with nothing but a key set where Keycloak would be: Keycloak itself is down. */
@SpringBootTest(classes = SignInEdge.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class SignInTests {

    private static final RSAKey KEY = key();
    private static final HttpServer KEYS = keyServer();
    private static final String ISSUER = "http://127.0.0.1:" + KEYS.getAddress().getPort() + "/realms/qipan";

    @DynamicPropertySource
    static void keycloak(DynamicPropertyRegistry registry) {
        registry.add(
                "qipan.keycloak.url",
                () -> "http://127.0.0.1:" + KEYS.getAddress().getPort());
    }

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private final KeycloakVisitor visitor = new KeycloakVisitor();

    @AfterAll
    static void stop() {
        KEYS.stop(0);
    }

    /** One that never expires: the sweep of expired sessions, each full minute, would end it beside the test. */
    @BeforeEach
    void openASession() {
        jdbc.sql("delete from oidc_session").update();
        jdbc.sql("delete from spring_session").update();
        jdbc.sql("insert into spring_session values ('p1', 's1', 0, 0, 1800, ?, 'sub-1')")
                .param(Long.MAX_VALUE)
                .update();
        jdbc.sql("insert into oidc_session values ('s1', 'sid-1', 'sub-1', '2026-11-21T00:00:00Z')")
                .update();
    }

    @Test
    void startsAndSaysSoPlainlyWhileKeycloakIsDown() {
        HttpResponse<String> page = visitor.follow(visitor.get(address("/")));
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).contains("60");
        assertThat(page.body()).contains("暂时无法登录").doesNotContain("Exception");
    }

    @Test
    void setsOnlyHostBoundSecureCookies() {
        visitor.get(address("/"));
        assertThat(visitor.setCookies())
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-SID=")
                        .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
                        .doesNotContain("Domain"));
    }

    @Test
    void sendsTheHeadersOnEveryAnswer() {
        for (String path : new String[] {"/", "/open/nothing-here", "/css/app.css", SignInController.UNAVAILABLE}) {
            var headers = visitor.get(address(path)).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'self'", "script-src 'self'", "style-src 'self'", "object-src 'none'")
                    .contains("base-uri 'none'", "frame-ancestors 'none'", "form-action 'self' http://127.0.0.1:")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).as(path).contains("DENY");
            assertThat(headers.firstValue("Referrer-Policy")).as(path).contains("no-referrer");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy"))
                    .as(path)
                    .contains("same-origin");
            assertThat(headers.firstValue("Permissions-Policy").orElse("")).contains("geolocation=()");
            if (!path.startsWith("/css")) {
                assertThat(headers.firstValue("Cache-Control").orElse(""))
                        .as(path)
                        .contains("no-store");
            }
        }
    }

    @Test
    void leadsAFragmentOfAnExpiredSessionBackToItsWholePage() {
        HttpResponse<String> answer = visitor.get(
                address("/worklist/rows"), "HX-Request", "true", "HX-Current-URL", address("/worklist?lamp=red"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/worklist?lamp=red");
        assertThat(answer.body()).isEmpty();
    }

    /** The browser would refuse to follow it to Keycloak. */
    @Test
    void endsAStreamOfAnExpiredSession() {
        HttpResponse<String> answer = visitor.get(address("/worklist/changes?since=1"), "Accept", "text/event-stream");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    /** A form brings the token of a session that is over; that is no question of the post. */
    @Test
    void leadsAFormOfAnExpiredSessionBackToItsPageToo() {
        String page = address("/tasks/12");
        assertThat(visitor.post(page + "/notes", Map.of("text", "写了一半"), "HX-Request", "true", "HX-Current-URL", page)
                        .headers()
                        .firstValue("HX-Redirect"))
                .contains("/tasks/12");
        assertThat(visitor.post(page + "/notes", Map.of("text", "写了一半")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void neverLeadsAFragmentToAnotherHost() {
        for (String hostile :
                new String[] {"https://evil.example//evil.example/", "javascript:alert(1)", "//evil", "\\\\evil"}) {
            assertThat(visitor.get(address("/x"), "HX-Request", "true", "HX-Current-URL", hostile)
                            .headers()
                            .firstValue("HX-Redirect"))
                    .as(hostile)
                    .contains("/");
        }
    }

    @Test
    void showsActuatorToNobodyOnThePublicPort() {
        for (String path : new String[] {"/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/health"}) {
            assertThat(visitor.get(address(path)).statusCode()).as(path).isIn(302, 404);
        }
    }

    @Test
    void endsTheSessionOnAGenuineLogoutToken() throws Exception {
        assertThat(backChannel(signed(KEY, claims().build()))).isEqualTo(200);
        assertThat(sessions()).isZero();
    }

    @Test
    void endsEverySessionOfThePersonWhenTheTokenNamesNoSession() throws Exception {
        assertThat(backChannel(
                        signed(KEY, claims().claim("sid", null).subject("sub-1").build())))
                .isEqualTo(200);
        assertThat(sessions()).isZero();
    }

    @Test
    void leavesSessionsOpenOnForgedLogoutTokens() throws Exception {
        Map<String, String> forgeries = Map.of(
                "alg none", new PlainJWT(claims().build()).serialize(),
                "another key", signed(key(), claims().build()),
                "wrong audience", signed(KEY, claims().audience("app-sync").build()),
                "wrong issuer",
                        signed(KEY, claims().issuer("https://elsewhere.example").build()),
                "expired", signed(KEY, claims().expirationTime(ago(3600)).build()),
                "with nonce", signed(KEY, claims().claim("nonce", "n").build()),
                "no events", signed(KEY, claims().claim("events", null).build()),
                "an id token",
                        signed(
                                KEY,
                                claims().claim("events", null)
                                        .claim("nonce", "n")
                                        .build()),
                "not a token", "x.y.z");
        forgeries.forEach((kind, token) -> {
            assertThat(backChannel(token)).as(kind).isEqualTo(400);
            assertThat(sessions()).as(kind).isEqualTo(1);
        });
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("app-web")
                .issueTime(ago(1))
                .expirationTime(ago(-120))
                .jwtID(UUID.randomUUID().toString())
                .claim("sid", "sid-1")
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("logout+jwt"))
                .keyID(KEY.getKeyID())
                .build();
        var token = new SignedJWT(header, claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static Date ago(long seconds) {
        return Date.from(Instant.now().minusSeconds(seconds));
    }

    private int backChannel(String token) {
        return visitor.post(address("/logout/connect/back-channel/keycloak"), Map.of("logout_token", token))
                .statusCode();
    }

    private long sessions() {
        return jdbc.sql("select count(*) from spring_session where session_id = 's1'")
                .query(Long.class)
                .single();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers with the key set and with 503 to everything else, as a proxy before a Keycloak that is down does. */
    private static HttpServer keyServer() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] keys = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            server.createContext("/", exchange -> {
                boolean wanted = exchange.getRequestURI().getPath().endsWith("/certs");
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(wanted ? 200 : 503, wanted ? keys.length : -1);
                if (wanted) {
                    exchange.getResponseBody().write(keys);
                }
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
