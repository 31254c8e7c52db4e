package org.qipan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qipan.KeycloakVisitor;
import org.qipan.TestKeycloak;
import org.qipan.WholeApplication;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody added on our pages signs in at the real Keycloak, moves, and is out when he leaves. */
class StaffKeycloakTests extends WholeApplication {

    private static final Post WORKER = new Post("village-worker", "442000007215");
    /** A post the realm file does not know: its group is made. */
    private static final Post NEW = new Post("liaison", "442000007000-01");

    private static final String OWN = "my-own-password-2026";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Appointments appointments;

    @Autowired
    private Directory directory;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private final String home = TestKeycloak.origin() + "/probe/who";
    private UUID id = new UUID(0, 0);

    @Test
    void whoIsAddedSignsInWithTheSlipHoldsHisPostsAndIsOutWhenHeLeaves() {
        id = accounts.create("liaohua", "廖化", Set.of(WORKER));
        assertThatThrownBy(() -> accounts.create("liaohua", "另一人", Set.of()))
                .isInstanceOf(AccountRefused.class)
                .hasMessage("identity.account.taken");

        String slip = accounts.firstPassword(id);
        var browser = new KeycloakVisitor();
        HttpResponse<String> first = browser.signIn(home, "liaohua", slip);
        assertThat(first.body()).as("must choose a password of his own").contains("password-new");
        HttpResponse<String> in =
                browser.follow(browser.submit(first, Map.of("password-new", OWN, "password-confirm", OWN)));
        assertThat(in.uri()).hasToString(home);
        assertThat(directory.staff(id))
                .get()
                .satisfies(staff -> assertThat(staff.posts()).containsExactly(WORKER));

        transaction.executeWithoutResult(
                status -> accounts.appoint(directory.staff(id).orElseThrow(), Set.of(NEW)));
        long decided = System.nanoTime();
        while (accounts.waits(id)
                && System.nanoTime() - decided < Duration.ofSeconds(20).toNanos()) {
            appointments.send();
        }
        assertThat(groups()).containsExactly("/442000007000-01/liaison");
        assertThat(TestKeycloak.read("/users/" + id + "/role-mappings/realm/composite")
                        .findValuesAsText("name"))
                .contains("liaison")
                .doesNotContain("village-worker");

        assertThat(accounts.leave(id)).isTrue();
        assertThat(browser.get(home).statusCode()).isEqualTo(302);
    }

    @Test
    void whoeverAddsPeopleConfirmsWhoHeIsAndComesBackToTheFormAndIsOfferedAPasskey() {
        var browser = new KeycloakVisitor();
        assertThat(browser.signIn(
                                TestKeycloak.origin() + "/staff",
                                "system-admin.442000000000",
                                TestKeycloak.DEMO_PASSWORD)
                        .body())
                .contains("/staff/new");
        HttpResponse<String> asked = browser.follow(browser.get(TestKeycloak.origin() + "/staff/new"));
        assertThat(asked.uri().toString()).startsWith(TestKeycloak.realm());
        HttpResponse<String> form =
                browser.follow(browser.submit(asked, Map.of("password", TestKeycloak.DEMO_PASSWORD)));
        assertThat(form.uri()).hasToString(TestKeycloak.origin() + "/staff/new");
        assertThat(form.body()).contains("name=\"username\"");

        HttpResponse<String> passkey =
                browser.follow(browser.get(TestKeycloak.origin() + "/oauth2/authorization/keycloak?action=passkey"));
        assertThat(passkey.body()).contains("webauthn");
    }

    private List<String> groups() {
        return StreamSupport.stream(
                        TestKeycloak.read("/users/" + id + "/groups").spliterator(), false)
                .map(group -> group.path("path").asText())
                .toList();
    }

    /** Whether Keycloak is still being told: deleting him now would collide with that. */
    private boolean leaving() {
        return jdbc.sql("select exists (select 1 from staff where leave_pending)")
                .query(Boolean.class)
                .single();
    }

    @AfterEach
    void asBefore() {
        long left = System.nanoTime();
        while (leaving() && System.nanoTime() - left < Duration.ofSeconds(20).toNanos()) {
            groups();
        }
        TestKeycloak.change("DELETE", "/users/" + id, "");
        for (JsonNode group :
                TestKeycloak.read("/groups?search=442000007000-01&exact=true").findValue("subGroups")) {
            if (group.path("name").asText().equals(NEW.role())) {
                TestKeycloak.change("DELETE", "/groups/" + group.path("id").asText(), "");
            }
        }
        jdbc.sql("delete from appointment").update();
    }
}
