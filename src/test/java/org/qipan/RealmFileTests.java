package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.qipan.directory.Roles;

class RealmFileTests {

    private final JsonNode realm = RealmFile.read(Map.of());

    @Test
    void holdsEveryRoleOfTheDesignAndNoOther() {
        assertThat(all(realm.at("/roles/realm"), "name"))
                .containsAll(Roles.ALL)
                .hasSize(Roles.ALL.size() + 1)
                .contains("offline_access");
    }

    @Test
    void givesEveryPostAGroupThatCarriesExactlyItsRole() {
        for (JsonNode unit : realm.path("groups")) {
            assertThat(unit.at("/attributes/unit_code/0")).isEqualTo(unit.path("name"));
            assertThat(unit.at("/attributes/display_name/0").asText()).isNotBlank();
            for (JsonNode post : unit.path("subGroups")) {
                assertThat(post.at("/realmRoles")).hasSize(1);
                assertThat(post.at("/realmRoles/0")).isEqualTo(post.path("name"));
                assertThat(Roles.ALL).contains(post.path("name").asText());
            }
        }
    }

    @Test
    void fillsEveryPostWithOneDemoPersonNamedAfterIt() {
        Set<String> posts = new HashSet<>();
        for (JsonNode unit : realm.path("groups")) {
            for (JsonNode post : unit.path("subGroups")) {
                posts.add(post.path("name").asText() + "." + unit.path("name").asText());
            }
        }
        assertThat(people().map(person -> person.path("username").asText())).containsExactlyInAnyOrderElementsOf(posts);
        assertThat(people()).allSatisfy(person -> {
            String[] name = person.path("username").asText().split("\\.");
            assertThat(person.at("/groups/0").asText()).isEqualTo("/" + name[1] + "/" + name[0]);
            assertThat(person.path("groups")).hasSize(1);
            assertThat(UUID.fromString(person.path("id").asText())).isNotNull();
            assertThat(person.has("lastName")).isFalse();
        });
        assertThat(people().map(person -> person.path("id").asText())).doesNotHaveDuplicates();
    }

    @Test
    void servesTheNineteenVillagesAndElevenMembersOfMinzhong() throws IOException {
        List<String> units = all(realm.path("groups"), "name");
        assertThat(units)
                .filteredOn(code -> code.matches("442000007[0-9]{3}") && !code.endsWith("7000"))
                .hasSize(19);
        List<String> departments = Files.readAllLines(Path.of("src/main/resources/units/departments.csv")).stream()
                .skip(1)
                .map(line -> line.split(",")[0])
                .toList();
        assertThat(departments).hasSize(11);
        assertThat(units).containsAll(departments);
    }

    @Test
    void allowsTheStandardFlowOnlyAndOnlyWithProofKey() {
        for (JsonNode client : realm.path("clients")) {
            assertThat(client.path("directAccessGrantsEnabled").asBoolean(true)).isFalse();
            assertThat(client.path("implicitFlowEnabled").asBoolean(true)).isFalse();
            assertThat(client.path("webOrigins")).isEmpty();
            assertThat(client.path("optionalClientScopes")).isEmpty();
        }
        JsonNode web = client("app-web");
        assertThat(web.path("publicClient").asBoolean()).isFalse();
        assertThat(web.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
        assertThat(web.path("redirectUris")).hasSize(1);
        assertThat(web.at("/redirectUris/0").asText()).isEqualTo("http://localhost:8080/login/oauth2/code/keycloak");
        assertThat(web.at("/attributes/backchannel.logout.session.required").asText())
                .isEqualTo("true");
    }

    @Test
    void letsTheSyncReadAndTheLeaverJobAndTheStaffPagesAloneWrite() {
        assertThat(serviceRoles("app-sync"))
                .containsExactlyInAnyOrder("view-users", "query-users", "query-groups", "view-events");
        assertThat(serviceRoles("app-leaver")).containsExactly("manage-users");
        assertThat(serviceRoles("app-staff")).containsExactly("manage-users");
    }

    @Test
    void keepsTheLifetimesAndLocksOfTheSecurityGuide() {
        Map.of(
                        "accessTokenLifespan", 300,
                        "ssoSessionIdleTimeout", 1800,
                        "ssoSessionMaxLifespan", 36000,
                        "clientSessionIdleTimeout", 1800,
                        "clientSessionMaxLifespan", 36000,
                        "refreshTokenMaxReuse", 0,
                        "accessCodeLifespan", 60,
                        "actionTokenGeneratedByUserLifespan", 300,
                        "failureFactor", 5,
                        "maxFailureWaitSeconds", 900)
                .forEach((key, value) ->
                        assertThat(realm.path(key).asInt(-1)).as(key).isEqualTo(value));
        Map.of(
                        "revokeRefreshToken", true,
                        "bruteForceProtected", true,
                        "eventsEnabled", true,
                        "adminEventsEnabled", true,
                        "adminEventsDetailsEnabled", true)
                .forEach((key, value) ->
                        assertThat(realm.path(key).asBoolean(!value)).as(key).isEqualTo(value));
        for (String off : List.of(
                "registrationAllowed",
                "resetPasswordAllowed",
                "rememberMe",
                "editUsernameAllowed",
                "permanentLockout",
                "organizationsEnabled")) {
            assertThat(realm.path(off).asBoolean(true)).as(off).isFalse();
        }
        assertThat(realm.path("sslRequired").asText()).isEqualTo("all");
        assertThat(realm.path("passwordPolicy").asText())
                .contains("length(12)", "notUsername", "passwordHistory(5)", "forceExpiredPasswordChange(90)");
        assertThat(realm.path("eventsExpiration").asLong()).isGreaterThanOrEqualTo(180L * 24 * 3600);
    }

    @Test
    void speaksChineseFirst() {
        assertThat(realm.path("defaultLocale").asText()).isEqualTo("zh-CN");
        assertThat(realm.path("supportedLocales")).hasSize(2);
    }

    private Stream<JsonNode> people() {
        return stream(realm.path("users")).filter(user -> !user.has("serviceAccountClientId"));
    }

    private List<String> serviceRoles(String client) {
        JsonNode account = stream(realm.path("users"))
                .filter(user ->
                        client.equals(user.path("serviceAccountClientId").asText()))
                .findFirst()
                .orElseThrow();
        return stream(account.at("/clientRoles/realm-management"))
                .map(JsonNode::asText)
                .toList();
    }

    private JsonNode client(String id) {
        return stream(realm.path("clients"))
                .filter(client -> id.equals(client.path("clientId").asText()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> all(JsonNode list, String field) {
        return stream(list).map(item -> item.path(field).asText()).toList();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
