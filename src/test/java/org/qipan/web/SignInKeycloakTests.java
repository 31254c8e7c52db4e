package org.qipan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qipan.KeycloakVisitor;
import org.qipan.TestKeycloak;
import org.qipan.WholeApplication;
import org.qipan.identity.StepUp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SignInKeycloakTests extends WholeApplication {

    private static final String WORKER = "village-worker.442000007201";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private OidcSessions sessions;

    private final KeycloakVisitor visitor = new KeycloakVisitor();
    private final String home = TestKeycloak.origin() + "/probe/who";

    @Test
    void signsInThroughTheFormAndEndsOnTheWorkbench() {
        HttpResponse<String> page = visitor.signIn(home, WORKER, TestKeycloak.DEMO_PASSWORD);
        assertThat(page.uri()).hasToString(home);
        assertThat(page.body()).contains("ROLE_village-worker").contains(subject(WORKER));
    }

    @Test
    void asksForTheProofKeyAndForNothingButTheSubject() {
        String location = visitor.get(TestKeycloak.origin() + SignIn.START)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(location)
                .contains("code_challenge_method=S256", "scope=openid&", "nonce=", "state=")
                .doesNotContain("acr_values");
    }

    @Test
    void changesTheSessionIdAtSignIn() {
        visitor.get(home);
        String before = visitor.cookie(home, "SID");
        visitor.signIn(home, WORKER, TestKeycloak.DEMO_PASSWORD);
        assertThat(before).isNotNull();
        assertThat(visitor.cookie(home, "SID")).isNotNull().isNotEqualTo(before);
    }

    @Test
    void keepsNoTokenButTheIdTokenInTheSession() {
        visitor.signIn(home, WORKER, TestKeycloak.DEMO_PASSWORD);
        assertThat(jdbc.sql(
                                "select attribute_name from spring_session_attributes where attribute_name like '%AUTHORIZED_CLIENT%'")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void logsOutHereAndAtKeycloak() {
        visitor.signIn(home, WORKER, TestKeycloak.DEMO_PASSWORD);
        HttpResponse<String> out = post("/logout");
        assertThat(out.headers().firstValue("Location").orElse(""))
                .startsWith(TestKeycloak.realm() + "/protocol/openid-connect/logout?id_token_hint=");
        HttpResponse<String> end = visitor.follow(out);
        assertThat(end.body()).as("the sign-in form again").contains("kc-form-login");
    }

    @Test
    void endsTheSessionWhenKeycloakSaysSo() {
        visitor.signIn(home, "village-head.442000007202", TestKeycloak.DEMO_PASSWORD);
        assertThat(visitor.get(home).statusCode()).isEqualTo(200);
        TestKeycloak.change("POST", "/users/" + subject("village-head.442000007202") + "/logout", "");
        assertThat(visitor.get(home).statusCode()).isEqualTo(302);
        assertThat(openSessions(subject("village-head.442000007202"))).isZero();
    }

    @Test
    void endsAllSessionsOfALeaver() {
        var phone = new KeycloakVisitor();
        visitor.signIn(home, "village-head.442000007203", TestKeycloak.DEMO_PASSWORD);
        phone.signIn(home, "village-head.442000007203", TestKeycloak.DEMO_PASSWORD);
        assertThat(openSessions(subject("village-head.442000007203"))).isEqualTo(2);
        sessions.endAll(subject("village-head.442000007203"));
        assertThat(visitor.get(home).statusCode()).isEqualTo(302);
        assertThat(phone.get(home).statusCode()).isEqualTo(302);
    }

    @Test
    void stepsUpByAskingForThePasswordAgain() {
        visitor.signIn(home, "city-leader.442000000000", TestKeycloak.DEMO_PASSWORD);
        String page = TestKeycloak.origin() + "/probe/stepped-up";
        assertThat(visitor.get(page).body()).isEqualTo("fresh: false");
        HttpResponse<String> form = visitor.follow(visitor.get(TestKeycloak.origin() + StepUp.START));
        assertThat(form.body()).contains("id=\"password\"").doesNotContain("id=\"username\"");
        visitor.follow(visitor.submit(form, Map.of("password", TestKeycloak.DEMO_PASSWORD)));
        assertThat(visitor.get(page).body()).isEqualTo("fresh: true");
    }

    @Test
    void refusesACodeThatIsReplayedOrBelongsToAnotherState() {
        HttpResponse<String> form = visitor.follow(visitor.get(home));
        HttpResponse<String> back =
                visitor.submit(form, Map.of("username", WORKER, "password", TestKeycloak.DEMO_PASSWORD));
        String callback = back.headers().firstValue("Location").orElseThrow();
        assertThat(callback).startsWith(TestKeycloak.origin() + "/login/oauth2/code/keycloak?");
        var thief = new KeycloakVisitor();
        assertThat(thief.get(callback).headers().firstValue("Location").orElse(""))
                .endsWith(SignInController.FAILED);
        visitor.follow(visitor.get(callback));
        assertThat(thief.get(callback).headers().firstValue("Location").orElse(""))
                .endsWith(SignInController.FAILED);
        assertThat(thief.get(home).statusCode()).isEqualTo(302);
    }

    @Test
    void changesNothingWithoutTheTokenOfTheSessionOrFromAnotherSite() {
        visitor.signIn(home, WORKER, TestKeycloak.DEMO_PASSWORD);
        String change = TestKeycloak.origin() + "/probe/change";
        assertThat(visitor.post(change, Map.of()).statusCode()).isEqualTo(403);
        assertThat(visitor.post(change, Map.of("_csrf", "guessed")).statusCode())
                .isEqualTo(403);
        assertThat(visitor.post(change, Map.of("_csrf", token()), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.post(change, Map.of("_csrf", token()), "Sec-Fetch-Site", "same-origin")
                        .body())
                .isEqualTo("changed");
        assertThat(post("/probe/change").body()).isEqualTo("changed");
    }

    private HttpResponse<String> post(String path) {
        return visitor.post(TestKeycloak.origin() + path, Map.of("_csrf", token()));
    }

    private String token() {
        return visitor.get(TestKeycloak.origin() + "/probe/token").body();
    }

    private long openSessions(String subject) {
        return jdbc.sql("select count(*) from spring_session where principal_name = ?")
                .param(subject)
                .query(Long.class)
                .single();
    }

    private static String subject(String username) {
        return TestKeycloak.read("/users?exact=true&username=" + username)
                .path(0)
                .path("id")
                .asText();
    }
}
