package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("keycloak")
class RealmKeycloakTests {

    private static final Set<String> NOT_EXPORTED = Set.of(
            "users",
            "groups",
            "clients",
            "roles",
            "components",
            "authenticationFlows",
            "authenticatorConfig",
            "clientScopes",
            "defaultRole");
    private static final String AUTH =
            "/protocol/openid-connect/auth?client_id=app-web&response_type=code&scope=openid&state=s&redirect_uri=";

    private final JsonNode file =
            RealmFile.read(Map.of("QIPAN_ORIGIN", TestKeycloak.origin(), "QIPAN_SSL_REQUIRED", "external"));

    @Test
    void runsExactlyTheRealmOfTheFile() {
        List<String> differences = new ArrayList<>();
        // read once when the realm is made, and not kept
        ((com.fasterxml.jackson.databind.node.ObjectNode) file.path("attributes")).remove("CreateDefaultClientScopes");
        JsonNode running = TestKeycloak.read("");
        file.fields().forEachRemaining(setting -> {
            if (!NOT_EXPORTED.contains(setting.getKey())) {
                compare(setting.getKey(), setting.getValue(), running.path(setting.getKey()), differences);
            }
        });
        for (JsonNode client : file.path("clients")) {
            String id = client.path("clientId").asText();
            compare(id, client, TestKeycloak.read("/clients?clientId=" + id).path(0), differences);
        }
        for (JsonNode flow : file.path("authenticationFlows")) {
            String alias = flow.path("alias").asText();
            assertThat(steps(TestKeycloak.read("/authentication/flows/" + alias.replace(" ", "%20") + "/executions")))
                    .as(alias)
                    .containsAll(steps(flow.path("authenticationExecutions")));
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void keepsTheFixedIdsOfDemoPeople() {
        JsonNode expected = file.at("/users/0");
        JsonNode running = TestKeycloak.read("/users/" + expected.path("id").asText());
        assertThat(running.path("username")).isEqualTo(expected.path("username"));
        assertThat(TestKeycloak.read("/users/count").asInt())
                .isEqualTo(file.path("users").size() - 3);
    }

    @Test
    void refusesASignInWithoutProofKey() {
        HttpResponse<String> answer = new KeycloakVisitor().get(TestKeycloak.realm() + AUTH + callback());
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .contains("error=invalid_request")
                .contains("code_challenge");
    }

    @Test
    void refusesEveryOtherAddressToReturnTo() {
        HttpResponse<String> answer =
                new KeycloakVisitor().get(TestKeycloak.realm() + AUTH + callback() + "%2F..%2Felsewhere");
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void refusesEveryGrantButTheStandardFlow() {
        String token = TestKeycloak.realm() + "/protocol/openid-connect/token";
        assertThat(error(
                        token,
                        "grant_type",
                        "password",
                        "username",
                        "village-worker.442000007201",
                        "password",
                        TestKeycloak.DEMO_PASSWORD,
                        "client_id",
                        "app-web",
                        "client_secret",
                        "app-web-demo-secret"))
                .isEqualTo("unauthorized_client");
        assertThat(error(
                        token,
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        "app-web",
                        "client_secret",
                        "app-web-demo-secret"))
                .isEqualTo("unauthorized_client");
        assertThat(error(
                        token,
                        "grant_type",
                        "password",
                        "username",
                        "village-worker.442000007201",
                        "password",
                        TestKeycloak.DEMO_PASSWORD,
                        "client_id",
                        "admin-cli"))
                .isIn("invalid_client", "unauthorized_client");
        assertThat(error(
                        token,
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:device_code",
                        "client_id",
                        "app-web",
                        "client_secret",
                        "app-web-demo-secret",
                        "device_code",
                        "x"))
                .isNotEmpty();
        assertThat(error(
                        token,
                        "grant_type",
                        "urn:openid:params:grant-type:ciba",
                        "client_id",
                        "app-web",
                        "client_secret",
                        "app-web-demo-secret",
                        "auth_req_id",
                        "x"))
                .isNotEmpty();
        String implicit = new KeycloakVisitor()
                .get(TestKeycloak.realm() + (AUTH + callback()).replace("response_type=code", "response_type=token"))
                .headers()
                .firstValue("Location")
                .orElse("");
        assertThat(implicit).contains("error=").doesNotContain("access_token");
    }

    @Test
    void locksAnAccountAfterFiveWrongPasswordsWithTheSameWords() {
        String worker = "village-worker.442000007217";
        String wrong = "";
        for (int i = 0; i < 6; i++) {
            wrong = attempt(worker, "not-the-password-" + i).body();
        }
        HttpResponse<String> right = attempt(worker, TestKeycloak.DEMO_PASSWORD);
        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(words(right.body())).isEqualTo(words(wrong)).contains("用户名或密码不对");
    }

    @Test
    void showsTheSignInPageInChineseWithRoleCards() {
        HttpResponse<String> page = new KeycloakVisitor().get(signIn());
        assertThat(page.body())
                .contains("lang=\"zh-CN\"", "登录 · 棋盘 Qipan", "role-cards.js")
                .doesNotContain("registration", "reset-credentials");
        HttpResponse<String> english = new KeycloakVisitor().get(signIn() + "&ui_locales=en");
        assertThat(english.body()).contains("lang=\"en\"", "Sign in · Qipan");
    }

    @Test
    void letsTheSyncReadPeopleButChangeNothing() {
        String token = TestKeycloak.post(
                        TestKeycloak.realm() + "/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                "app-sync",
                                "client_secret",
                                "app-sync-demo-secret"))
                .path("access_token")
                .asText();
        var visitor = new KeycloakVisitor();
        String admin = TestKeycloak.url() + "/admin/realms/qipan";
        String bearer = "Bearer " + token;
        assertThat(visitor.get(admin + "/users?max=1", "Authorization", bearer).statusCode())
                .isEqualTo(200);
        assertThat(visitor.get(admin + "/groups?max=1", "Authorization", bearer).statusCode())
                .isEqualTo(200);
        assertThat(visitor.get(admin + "/admin-events?max=1", "Authorization", bearer)
                        .statusCode())
                .isEqualTo(200);
        String someone = file.at("/users/0/id").asText();
        assertThat(visitor.post(admin + "/users/" + someone + "/logout", Map.of(), "Authorization", bearer)
                        .statusCode())
                .isEqualTo(403);
    }

    private static HttpResponse<String> attempt(String username, String password) {
        var visitor = new KeycloakVisitor();
        return visitor.submit(visitor.get(signIn()), Map.of("username", username, "password", password));
    }

    /** A complete request: the challenge is that of RFC 7636, appendix B. */
    private static String signIn() {
        return TestKeycloak.realm() + AUTH + callback()
                + "&nonce=n&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    }

    private static String callback() {
        return TestKeycloak.origin() + "/login/oauth2/code/keycloak";
    }

    private static String words(String page) {
        int at = page.indexOf("用户名或密码不对");
        return at < 0 ? page : page.substring(at, page.indexOf('<', at)).strip();
    }

    private static String error(String address, String... form) {
        Map<String, String> fields = new TreeMap<>();
        for (int i = 0; i < form.length; i += 2) {
            fields.put(form[i], form[i + 1]);
        }
        return TestKeycloak.post(address, fields).path("error").asText();
    }

    /** Authenticator, or name of the flow below, and whether it is required. */
    private static List<String> steps(JsonNode executions) {
        List<String> steps = new ArrayList<>();
        for (JsonNode step : executions) {
            String what = step.has("flowAlias")
                    ? step.path("flowAlias").asText()
                    : step.path("providerId").asText(step.path("authenticator").asText());
            if (step.path("authenticationFlow").asBoolean()) {
                what = step.path("displayName").asText();
            }
            steps.add(what + " " + step.path("requirement").asText());
        }
        return steps;
    }

    /** Everything the file says must be so; Keycloak may have more. */
    private static void compare(String path, JsonNode expected, JsonNode running, List<String> differences) {
        if (expected.isObject()) {
            expected.fields()
                    .forEachRemaining(field -> compare(
                            path + "/" + field.getKey(), field.getValue(), running.path(field.getKey()), differences));
        } else if (expected.isArray()) {
            if (expected.size() != running.size()) {
                differences.add(path + ": " + expected + " / " + running);
            }
            for (JsonNode item : expected) {
                if (item.isValueNode() && !contains(running, item)) {
                    differences.add(path + ": " + item + " is missing");
                } else if (item.has("name")) {
                    compare(path, item, named(running, item.path("name")), differences);
                }
            }
        } else if (!path.endsWith("/secret") && !expected.equals(running)) {
            differences.add(path + ": " + expected + " / " + running);
        }
    }

    private static boolean contains(JsonNode list, JsonNode item) {
        for (JsonNode one : list) {
            if (one.equals(item)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode named(JsonNode list, JsonNode name) {
        for (JsonNode one : list) {
            if (one.path("name").equals(name)) {
                return one;
            }
        }
        return MissingNode.getInstance();
    }
}
