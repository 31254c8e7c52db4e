package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What must stay true of {@code docker-compose.yml} and the {@code Dockerfile} without starting anything. */
class ComposeFileTests {

    private static final List<String> NODES = List.of("node-a", "node-b");
    private static final Pattern SECRET = Pattern.compile("PASSWORD|SECRET|_TOKEN|_KEY\\b");
    private static final Pattern FROM_OUTSIDE = Pattern.compile("\\$\\{[A-Z_]+:\\?}");

    private final ComposeFile file = ComposeFile.raw();

    @Test
    void bothNodesHaveTheSameSettingsButTheirNames() {
        Map<String, Object> a = new TreeMap<>(file.service("node-a"));
        Map<String, Object> b = new TreeMap<>(file.service("node-b"));
        a.put("environment", unnamed("node-a"));
        b.put("environment", unnamed("node-b"));
        assertThat(a).isEqualTo(b);
        assertThat(file.environment("node-a")).containsEntry("QIPAN_NODE", "node-a");
        assertThat(file.environment("node-b")).containsEntry("QIPAN_NODE", "node-b");
    }

    private Map<String, String> unnamed(String node) {
        Map<String, String> environment = file.environment(node);
        environment.remove("QIPAN_NODE");
        return environment;
    }

    @Test
    void everySecretComesFromOutsideAndNothingStartsWithoutIt() {
        file.services()
                .keySet()
                .forEach(service -> file.environment(service).forEach((name, value) -> {
                    if (SECRET.matcher(name).find()) {
                        assertThat(value).as(service + " " + name).matches(FROM_OUTSIDE);
                    }
                }));
        assertThatThrownBy(() -> ComposeFile.with(ComposeFile.example()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not set");
    }

    @Test
    void theExampleNamesEveryVariableAndProposesNoSecret() {
        String used = Pattern.compile("\\$\\{([A-Z_]+)")
                .matcher(ProjectFiles.text(Path.of("docker-compose.yml")))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        assertThat(used).isEqualTo(String.join(" ", ComposeFile.example().keySet()));
        assertThat(ComposeFile.example()).allSatisfy((name, value) -> {
            if (SECRET.matcher(name).find()) {
                assertThat(value).as(name).isEmpty();
            }
        });
    }

    @Test
    void keycloakHasTheRealmFileOfThisProject() {
        assertThat(file.volumes("keycloak"))
                .contains("./keycloak/qipan-realm.json:/opt/keycloak/data/import/qipan-realm.json:ro")
                .contains("./keycloak/themes/qipan:/opt/keycloak/themes/qipan:ro");
        assertThat(ComposeFile.list(file.service("keycloak").get("command"))).contains("--import-realm");
        assertThat(file.environment("keycloak"))
                .as("the public password and the cards of the demo are for trying out on one's own machine")
                .containsEntry("QIPAN_LOGIN_THEME", "qipan")
                .containsEntry("QIPAN_DEMO_PASSWORD", "${QIPAN_DEMO_PASSWORD:?}");
    }

    @Test
    void everyFileThatIsMountedIsThere() {
        file.services()
                .keySet()
                .forEach(service -> file.service(service).computeIfPresent("volumes", (key, value) -> {
                    file.volumes(service).stream()
                            .filter(volume -> volume.startsWith("./"))
                            .forEach(volume ->
                                    assertThat(Path.of(volume.split(":")[0])).exists());
                    return value;
                }));
    }

    @Test
    void everyServiceHasAHealthCheckALimitAndComesBack() {
        assertThat(file.services()).containsOnlyKeys("proxy", "node-a", "node-b", "database", "keycloak");
        file.services().keySet().forEach(service -> {
            assertThat(file.service(service))
                    .as(service)
                    .containsKeys("healthcheck", "mem_limit", "logging")
                    .containsEntry("restart", "unless-stopped");
            assertThat(file.healthCheck(service)).as(service).isNotEmpty();
        });
    }

    @Test
    void everybodyWaitsForWhatHeNeedsToBeHealthy() {
        assertThat(waitsFor("proxy")).containsOnlyKeys("node-a", "node-b", "keycloak");
        // A node starts while Keycloak is down.
        NODES.forEach(node -> assertThat(waitsFor(node)).containsOnlyKeys("database"));
        List.of("proxy", "node-a", "node-b", "keycloak")
                .forEach(service -> assertThat(waitsFor(service).values())
                        .allSatisfy(condition ->
                                assertThat(ComposeFile.map(condition)).containsEntry("condition", "service_healthy")));
    }

    private Map<String, Object> waitsFor(String service) {
        return ComposeFile.map(file.service(service).get("depends_on"));
    }

    @Test
    void onlyTheProxyIsOpenToTheWorldAndOnlyItsWordIsBelieved() {
        file.services().keySet().forEach(service -> {
            if (!service.equals("proxy")) {
                assertThat(file.service(service)).as(service).doesNotContainKeys("ports", "network_mode", "privileged");
            }
        });
        Object address = ComposeFile.map(
                        ComposeFile.map(file.service("proxy").get("networks")).get("front"))
                .get("ipv4_address");
        NODES.forEach(node -> assertThat(String.valueOf(address))
                .matches(file.environment(node).get("QIPAN_TRUSTED_PROXIES"))
                .isEqualTo(file.environment("keycloak").get("KC_PROXY_TRUSTED_ADDRESSES")));
    }

    @Test
    void nobodyRunsAsRoot() {
        List.of("proxy", "node-a", "node-b", "keycloak").forEach(service -> {
            assertThat(String.valueOf(file.service(service).get("user")))
                    .as(service)
                    .isNotEqualTo("null")
                    .doesNotStartWith("0")
                    .doesNotStartWith("root");
            assertThat(ComposeFile.list(file.service(service).get("cap_drop")))
                    .as(service)
                    .contains("ALL");
        });
        assertThat(ProjectFiles.text(Path.of("Dockerfile"))).containsPattern("(?m)^USER (?!0|root)\\S+$");
    }

    @Test
    void theImageIsBuiltFromTheJarAlone() {
        assertThat(ProjectFiles.text(Path.of("Dockerfile")))
                .contains("-Djarmode=tools", "--layers", "HEALTHCHECK", "/actuator/health/readiness")
                .doesNotContainPattern("(?m)^(ARG|ENV)\\b.*(PASSWORD|SECRET)");
        assertThat(ProjectFiles.text(Path.of(".dockerignore")).lines().filter(line -> !line.startsWith("#")))
                .containsExactly("*", "!target/qipan-*.jar");
        assertThat(ProjectFiles.text(Path.of(".gitignore")).lines()).contains("/.env", "/secrets/");
    }

    @Test
    void variablesArePutInAsComposeDoes() {
        Map<String, String> variables = Map.of("A", "1", "EMPTY", "");
        assertThat(ComposeFile.put("x${A}y${B}z", variables)).isEqualTo("x1yz");
        assertThat(ComposeFile.put("${A:-2}${B:-3}${EMPTY:-4}", variables)).isEqualTo("134");
        assertThat(ComposeFile.put("h${A:+:${A}}${B:+:${B}}", variables)).isEqualTo("h:1");
        assertThatThrownBy(() -> ComposeFile.put("${EMPTY:?}", variables)).hasMessage("EMPTY is not set");
    }
}
