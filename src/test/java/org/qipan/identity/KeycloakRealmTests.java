package org.qipan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qipan.TestKeycloak;
import org.qipan.directory.Post;

/** The administration client against the real Keycloak with the demo realm. */
class KeycloakRealmTests {

    private static KeycloakRealm realm(String secret) {
        URI url = URI.create(TestKeycloak.url());
        return new KeycloakRealm(new KeycloakAccess(url, null, "qipan", secret, "app-leaver-demo-secret", ""));
    }

    private final KeycloakRealm realm = realm("app-sync-demo-secret");

    @Test
    void readsEveryPostWithItsHolders() {
        RealmSnapshot all = realm.read();
        assertThat(all.posts())
                .contains(new Post("village-worker", "442000007201"), new Post("city-leader", "442000000000"));
        assertThat(all.people())
                .filteredOn(person -> person.username().equals("village-worker.442000007201"))
                .singleElement()
                .satisfies(person ->
                        assertThat(person.posts()).containsExactly(new Post("village-worker", "442000007201")));
        assertThat(all.people()).allMatch(person -> person.posts().size() == 1);
    }

    @Test
    void disablesALeaverAndSeesTheChange() {
        Instant before = Instant.now().minusSeconds(1);
        RealmSnapshot.Person leaver = realm.read().people().stream()
                .filter(person -> person.username().equals("village-head.442000007217"))
                .findFirst()
                .orElseThrow();
        try {
            realm.dismiss(leaver.id());
            assertThat(realm.person(leaver.id())).get().satisfies(person -> {
                assertThat(person.enabled()).isFalse();
                assertThat(person.posts()).containsExactly(new Post("village-head", "442000007217"));
            });
            assertThat(realm.changes(before).people()).contains(leaver.id());
        } finally {
            TestKeycloak.change(
                    "PUT", "/users/" + leaver.id(), "{\"enabled\": true, \"firstName\": \"" + leaver.name() + "\"}");
        }
    }

    @Test
    void knowsNobodyItHasNotAndSaysWhenItIsNotLetIn() {
        assertThat(realm.person(UUID.randomUUID())).isEmpty();
        assertThatThrownBy(() -> realm("wrong").read()).isInstanceOf(Realm.Unreachable.class);
    }
}
