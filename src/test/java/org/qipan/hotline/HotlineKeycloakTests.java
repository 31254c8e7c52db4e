package org.qipan.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qipan.KeycloakVisitor;
import org.qipan.TestKeycloak;
import org.qipan.WholeApplication;

/** The hotline's token as the realm of this project makes it. */
class HotlineKeycloakTests extends WholeApplication {

    private static final String URL = TestKeycloak.origin() + "/api/v1/complaints";

    private final HttpClient http = HttpClient.newHttpClient();

    private static String token(String client) {
        return TestKeycloak.post(
                        TestKeycloak.realm() + "/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                client,
                                "client_secret",
                                client + "-demo-secret"))
                .path("access_token")
                .asText();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aClientOfTheRealmHandsAMatterOver() throws Exception {
        new KeycloakVisitor()
                .signIn(
                        TestKeycloak.origin() + "/probe/who",
                        "complaint-officer.442000007000",
                        TestKeycloak.DEMO_PASSWORD);
        String token = token("app-hotline");
        HttpResponse<String> taken = send(HttpRequest.newBuilder(URI.create(URL))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"outsideNumber\":\"%s\",\"mode\":\"anonymous\",\"words\":\"路灯不亮\"}"
                                .formatted(UUID.randomUUID()))));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        assertThat(taken.headers().firstValue("Set-Cookie")).isEmpty();
        HttpResponse<String> standing = send(HttpRequest.newBuilder(URI.create(TestKeycloak.origin()
                        + taken.headers().firstValue("Location").orElseThrow()))
                .header("Authorization", "Bearer " + token));
        assertThat(standing.statusCode()).isEqualTo(200);
        assertThat(standing.body()).contains("\"state\":\"received\"");
    }

    @Test
    void theTokenOfAnotherClientOpensNothing() throws Exception {
        assertThat(send(HttpRequest.newBuilder(URI.create(URL + "/x"))
                                .header("Authorization", "Bearer " + token("app-sync")))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void theSessionOfAPersonOpensNothing() {
        var person = new KeycloakVisitor();
        String home = TestKeycloak.origin() + "/probe/who";
        person.signIn(home, "complaint-officer.442000007000", TestKeycloak.DEMO_PASSWORD);
        assertThat(person.get(home).statusCode()).isEqualTo(200);
        assertThat(person.get(URL + "/x").statusCode()).isEqualTo(401);
    }
}
