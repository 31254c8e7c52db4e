package org.qipan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What {@code docker-compose.yml} describes, as plain processes of this machine: PostgreSQL with the roles of its script, Keycloak with the
 * realm file, two nodes and, where it is installed, HAProxy. Every setting is the file's own; only addresses differ.
 */
final class TwoNodes implements AutoCloseable {

    static final String PASSWORD = "a-first-password-of-2026";
    static final String ADMINISTRATOR = "an-administrator-of-2026";

    private static final Path FOLDER = Path.of("target", "two-nodes").toAbsolutePath();

    final TestCertificate certificate = TestCertificate.make(FOLDER);
    final int door = LocalFiles.freePort();
    final String origin = "https://localhost:" + door;
    private final int keycloakPort = LocalFiles.freePort();
    private final ComposeFile file = ComposeFile.with(variables());
    private final String databaseAddress;

    final NodeProcess a = node("node-a");
    final NodeProcess b = node("node-b");
    final KeycloakServer keycloak;
    final @Nullable ProxyProcess proxy;

    /** The server of the database, from another database of it. */
    final JdbcClient administration;

    /** The database of the nodes, as its administrator. */
    final JdbcClient jdbc;

    final HttpClient client = HttpClient.newBuilder()
            .sslContext(certificate.trusted())
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    TwoNodes() {
        try {
            administration = JdbcClient.create(TestDatabase.fresh());
            var administrator = TestDatabase.fresh().unwrap(PGSimpleDataSource.class);
            databaseAddress = "127.0.0.1:" + administrator.getPortNumbers()[0];
            DatabaseScript.run(
                    administrator, Path.of("src/main/docker/postgres/databases.sql"), file.environment("database"));
            administrator.setDatabaseName("qipan");
            jdbc = JdbcClient.create(administrator);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Path home = Path.of(System.getProperty("qipan.home", ".qipan")).toAbsolutePath();
        Path distribution = KeycloakDistribution.prepare(home, System.getProperty("qipan.keycloak.version", "26.7.3"));
        keycloak = KeycloakServer.behind(
                distribution, FOLDER.resolve("keycloak"), keycloakPort, signIn(), keycloakSettings());
        Afterwards.run("kill \"$1\"", Long.toString(keycloak.pid()));
        a.start();
        b.start();
        proxy = ProxyProcess.installed() ? new ProxyProcess(FOLDER, proxySettings()) : null;
        keycloak.await();
        a.await();
        b.await();
        if (proxy != null) {
            proxy.await();
        }
    }

    String signIn() {
        return "https://127.0.0.1:" + door;
    }

    ComposeFile file() {
        return file;
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>(ComposeFile.example());
        variables.replaceAll(
                (name, value) -> value.isEmpty() && name.matches(".*(PASSWORD|SECRET)") ? "secret-of-" + name : value);
        variables.put("QIPAN_HOST", "localhost");
        variables.put("QIPAN_SIGN_IN_HOST", "127.0.0.1");
        variables.put("QIPAN_HTTPS_PORT", String.valueOf(door));
        variables.put("QIPAN_ADMIN_NETWORK", "192.0.2.0/24");
        variables.put("QIPAN_DEMO_PASSWORD", PASSWORD);
        variables.put("QIPAN_KEYCLOAK_ADMIN_PASSWORD", ADMINISTRATOR);
        return variables;
    }

    private NodeProcess node(String name) {
        return new NodeProcess(name, FOLDER, port -> {
            Map<String, String> settings = file.environment(name);
            settings.replaceAll((key, value) -> value.replace("//database:5432", "//" + databaseAddress)
                    .replace("//keycloak:8080", "//127.0.0.1:" + keycloakPort));
            settings.put("QIPAN_VAULT_KEYS", KeyFile.in(FOLDER).toString());
            settings.put("QIPAN_MANAGEMENT_ADDRESS", "127.0.0.1");
            settings.put("QIPAN_TRUSTED_PROXIES", "127[.]0[.]0[.]1");
            return settings;
        });
    }

    /** The fixture has a database and an address of its own; what it was built with cannot be said again. */
    private Map<String, String> keycloakSettings() {
        Map<String, String> settings = file.environment("keycloak").entrySet().stream()
                .filter(setting -> setting.getKey().matches("QIPAN_.*|KC_PROXY_HEADERS|KC_BOOTSTRAP_.*"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        settings.put("KC_PROXY_TRUSTED_ADDRESSES", "127.0.0.1");
        settings.put("KC_TRUSTSTORE_PATHS", certificate.chain().toString());
        return settings;
    }

    private Map<String, String> proxySettings() {
        Map<String, String> settings = file.environment("proxy");
        settings.put("QIPAN_PROXY_HTTPS", "127.0.0.1:" + door);
        settings.put("QIPAN_PROXY_HTTP", "127.0.0.1:" + LocalFiles.freePort());
        settings.put("QIPAN_PROXY_CERTIFICATE", certificate.withKey().toString());
        settings.put(
                "QIPAN_UNAVAILABLE_PAGE",
                Path.of("src/main/docker/proxy/unavailable.http")
                        .toAbsolutePath()
                        .toString());
        settings.put("QIPAN_NODE_A", "127.0.0.1:" + a.port());
        settings.put("QIPAN_NODE_B", "127.0.0.1:" + b.port());
        settings.put("QIPAN_MANAGEMENT_PORT_A", String.valueOf(a.managementPort()));
        settings.put("QIPAN_MANAGEMENT_PORT_B", String.valueOf(b.managementPort()));
        settings.put("QIPAN_KEYCLOAK", "127.0.0.1:" + keycloakPort);
        return settings;
    }

    /** Straight to a node, as the proxy would hand a request on; to Keycloak through the proxy if there is one. */
    UnaryOperator<HttpRequest> to(NodeProcess node) {
        return request -> request.uri().toString().startsWith(origin + "/")
                ? handedOn(request, node.port())
                : proxy == null ? handedOn(request, keycloakPort) : request;
    }

    /** As people come; to the first node where there is no proxy. */
    UnaryOperator<HttpRequest> door() {
        return proxy == null ? to(a) : UnaryOperator.identity();
    }

    private HttpRequest handedOn(HttpRequest request, int port) {
        URI asked = request.uri();
        String path = asked.getRawQuery() == null ? asked.getRawPath() : asked.getRawPath() + "?" + asked.getRawQuery();
        return HttpRequest.newBuilder(request, (name, value) -> true)
                .uri(URI.create("http://" + asked.getHost() + ":" + port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .setHeader("X-Forwarded-For", "10.1.2.3")
                .setHeader("X-Forwarded-Proto", "https")
                .setHeader("X-Forwarded-Port", String.valueOf(door))
                .build();
    }

    KeycloakVisitor visitor(UnaryOperator<HttpRequest> way) {
        return new KeycloakVisitor(client, way);
    }

    /** Status of a page that is asked for without a session. */
    int status(String address) {
        try {
            var request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the nodes have written so far. */
    String logs() {
        try {
            return Files.readString(a.log()) + Files.readString(b.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (proxy != null) {
            proxy.close();
        }
        a.kill();
        b.kill();
        keycloak.close();
    }
}
