package org.qipan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qipan.KeycloakVisitor;
import org.qipan.TestKeycloak;
import org.qipan.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The product's promise about leavers: out of Qipan with the next request, out of Keycloak within ten seconds. */
class DepartureKeycloakTests extends WholeApplication {

    private static final String LEAVER = "village-head.442000007214";
    private static final Duration PROMISE = Duration.ofSeconds(10);

    @Autowired
    private Departures departures;

    @Autowired
    private JdbcClient jdbc;

    private final String home = TestKeycloak.origin() + "/probe/who";

    @Test
    void whoIsLetGoIsOutWithTheNextRequestAndOutOfKeycloakWithinTenSeconds() {
        var open = new KeycloakVisitor();
        assertThat(open.signIn(home, LEAVER, TestKeycloak.DEMO_PASSWORD).uri()).hasToString(home);

        long started = System.nanoTime();
        assertThat(departures.leave(id())).isTrue();

        assertThat(open.get(home).statusCode()).isEqualTo(302);
        boolean refused = false;
        while (!refused && System.nanoTime() - started < PROMISE.multipliedBy(2).toNanos()) {
            refused = refused(new KeycloakVisitor());
        }
        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .as("until Keycloak itself refuses name and password")
                .isLessThanOrEqualTo(PROMISE);
        assertThat(refused).isTrue();
    }

    /** Keycloak shows its form again, instead of sending the person back with a code. */
    private boolean refused(KeycloakVisitor visitor) {
        HttpResponse<String> answer = visitor.submit(
                visitor.follow(visitor.get(home)), Map.of("username", LEAVER, "password", TestKeycloak.DEMO_PASSWORD));
        return answer.statusCode() == 200 && answer.body().contains("kc-form-login");
    }

    @AfterEach
    void comeBack() {
        var account = (ObjectNode) TestKeycloak.read("/users/" + id());
        TestKeycloak.change(
                "PUT", "/users/" + id(), account.put("enabled", true).toString());
        jdbc.sql("update staff set disabled_here = false, disabled_at = null, leave_pending = false where id = ?")
                .param(id())
                .update();
    }

    private static UUID id() {
        return UUID.fromString(TestKeycloak.read("/users?exact=true&username=" + LEAVER)
                .path(0)
                .path("id")
                .asText());
    }
}
