package org.qipan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * Real Keycloak for tests: one a build, on free ports, with the realm of this project and nothing kept. Redirect addresses are exact, so
 * the port of the application is chosen here too: tests use {@link #register}.
 */
public final class TestKeycloak {

    public static final String DEMO_PASSWORD = "Minzhong-2018-demo";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String BOOTSTRAP = "bootstrap-for-tests-only";
    private static final int APPLICATION_PORT = LocalFiles.freePort();

    private TestKeycloak() {}

    /** Points a Spring context at this Keycloak and at the port its realm sends people back to. */
    public static void register(DynamicPropertyRegistry registry) {
        registry.add("server.port", () -> APPLICATION_PORT);
        registry.add("management.server.port", () -> 0);
        registry.add("qipan.local", () -> true);
        registry.add("qipan.keycloak.url", TestKeycloak::url);
        registry.add("qipan.keycloak.web-secret", () -> "app-web-demo-secret");
        registry.add("qipan.keycloak.sync-secret", () -> "app-sync-demo-secret");
        registry.add("qipan.keycloak.leaver-secret", () -> "app-leaver-demo-secret");
        registry.add("qipan.keycloak.staff-secret", () -> "app-staff-demo-secret");
    }

    /** Address of Keycloak; starts it on first use. */
    public static String url() {
        return Instance.SERVER.url();
    }

    public static String realm() {
        return url() + "/realms/qipan";
    }

    /** Where the application under test listens. */
    public static String origin() {
        return "http://localhost:" + APPLICATION_PORT;
    }

    /** Reads from Keycloak's administration, {@code path} below the realm. */
    public static JsonNode read(String path) {
        return send(HttpRequest.newBuilder(admin(path)).GET());
    }

    /** Changes something in Keycloak's administration. */
    public static JsonNode change(String method, String path, String json) {
        return send(HttpRequest.newBuilder(admin(path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    /** A form post, as a client of the realm makes it. */
    public static JsonNode post(String address, Map<String, String> form) {
        return exchange(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form))));
    }

    public static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static URI admin(String path) {
        return URI.create(url() + "/admin/realms/qipan" + path);
    }

    private static JsonNode send(HttpRequest.Builder request) {
        String token = post(
                        url() + "/realms/master/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                BOOTSTRAP,
                                "password",
                                BOOTSTRAP))
                .path("access_token")
                .asText();
        return exchange(request.header("Authorization", "Bearer " + token));
    }

    private static JsonNode exchange(HttpRequest.Builder request) {
        try {
            String body = CLIENT.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString())
                    .body();
            return body.isEmpty() ? JSON.nullNode() : JSON.readTree(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static final class Instance {

        static final KeycloakServer SERVER = start();

        private static KeycloakServer start() {
            Path home = Path.of(System.getProperty("qipan.home", ".qipan")).toAbsolutePath();
            Path distribution =
                    KeycloakDistribution.prepare(home, System.getProperty("qipan.keycloak.version", "26.7.3"));
            var server = KeycloakServer.passing(
                    distribution,
                    Path.of("target", "keycloak").toAbsolutePath(),
                    LocalFiles.freePort(),
                    Map.of(
                            "QIPAN_ORIGIN",
                            "http://localhost:" + APPLICATION_PORT,
                            "QIPAN_SSL_REQUIRED",
                            "external",
                            "KC_BOOTSTRAP_ADMIN_USERNAME",
                            BOOTSTRAP,
                            "KC_BOOTSTRAP_ADMIN_PASSWORD",
                            BOOTSTRAP));
            Afterwards.run("kill \"$1\"", Long.toString(server.pid()));
            return server;
        }
    }
}
